import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The OpenAPI 3.1 document of the running application. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('家园 Jiayuan')
    .setDescription('小区覆盖审计、登记与导入接口。错误一律为 RFC 9457 problem 文档，code 稳定。')
    .setVersion('1')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, config);
}

/** Serves the document as JSON. */
export function serveDocument(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    ui: false,
    jsonDocumentUrl: 'api/v1/openapi.json',
  });
}

/** Serves the document as JSON and as readable pages, which need files that a test runner cannot load. */
export function serveDocs(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/v1/openapi.json',
    customSiteTitle: '家园接口文档',
  });
}
