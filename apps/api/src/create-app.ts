import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { ValidationPipe, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ProblemFilter, refuseFields, type Config } from '#libs/platform';
import { AppModule } from './app.module.js';
import { serveDocs, serveDocument } from './openapi-document.js';
import { countRequests } from './request-metrics.js';
import { serveWeb } from './serve-web.js';

/** The largest upload, in bytes; a city's longest list is a tenth of it. */
const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;

/** Paths outside the versioned API. */
const UNVERSIONED = ['health/live', 'health/ready', 'metrics'];

/** What is served besides the API: readable docs, which the tests leave out. */
export interface Extras {
  readonly docs: boolean;
}

/** Makes the HTTP application: one prefix, one validation, one form of refusal, docs and web. */
export async function createApp(
  config: Config,
  logger: LoggerService | false,
  extras: Extras = { docs: false },
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ trustProxy: true, genReqId: () => crypto.randomUUID(), bodyLimit: 1024 * 1024 });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(config), adapter, { logger });
  app.setGlobalPrefix('api/v1', { exclude: UNVERSIONED });
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      exceptionFactory: refuseFields,
    }),
  );
  app.useGlobalFilters(new ProblemFilter());
  await app.register(multipart as never, { limits: { fileSize: MAX_UPLOAD_BYTES, files: 1, fields: 10 } });
  await app.register(helmet as never, {
    contentSecurityPolicy: { directives: { scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], upgradeInsecureRequests: null } },
    strictTransportSecurity: false,
  });
  countRequests(app);
  (extras.docs ? serveDocs : serveDocument)(app);
  await serveWeb(app, config);
  return app;
}
