import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { RouteCheck, type RouteAccess } from '#libs/identity';
import { PROBLEM_SCHEMAS, refusalResponses, refusalReferences } from './openapi-refusals.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const BEARER = 'bearer';

/** Where the document names a route of the versioned API: `:id` of the controllers is `{id}` there. */
function operationOf(document: OpenAPIObject, { method, path }: RouteAccess): Operation | undefined {
  const item = document.paths[`/api/v1${path.replace(/:(\w+)/g, '{$1}')}`];
  return item?.[method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'];
}

/** Says of an operation what its handler cannot: who may call, how it refuses, and that no language need be named. */
function complete(operation: Operation, access: RouteAccess): void {
  operation.security = access.isPublic ? [] : [{ [BEARER]: [] }];
  const refusals = refusalReferences({ access, hasBody: operation.requestBody !== undefined });
  operation.responses = { ...operation.responses, ...refusals };
  for (const parameter of operation.parameters ?? []) {
    if ('in' in parameter && parameter.in === 'header') parameter.required = false;
  }
}

/** By name, so that a reader finds what stands there, and what moves from module to module changes nothing. */
function inOrder<T>(named: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(named).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The OpenAPI 3.1 document of the running application. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('家园 Jiayuan')
    .setDescription('小区覆盖审计、登记与导入接口。错误一律为 RFC 9457 problem 文档，code 稳定。')
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, config);
  const { schemas, ...others } = document.components ?? {};
  const allSchemas = inOrder({ ...schemas, ...PROBLEM_SCHEMAS });
  document.components = { ...others, schemas: allSchemas, responses: refusalResponses() };
  const routes = Object.entries(document.paths).map(([path, operations]) => [path, inOrder({ ...operations })]);
  document.paths = inOrder(Object.fromEntries(routes) as OpenAPIObject['paths']);
  for (const access of app.get(RouteCheck).routes()) {
    const operation = operationOf(document, access);
    if (operation) complete(operation, access);
  }
  return document;
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
