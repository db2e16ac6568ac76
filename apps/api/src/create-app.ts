import multipart from '@fastify/multipart';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  LARGEST_BODY,
  LARGEST_UPLOAD,
  ProblemFilter,
  RequestValidation,
  sendProblem,
  type Config,
} from '#libs/platform';
import { AppModule } from './app.module.js';
import { serveDocs, serveDocument } from './openapi-document.js';
import { countRequests } from './request-metrics.js';
import { guardBrowsers } from './security-headers.js';
import { serveWeb } from './serve-web.js';

/**
 * Whose word is taken on where a request came from: proxies beside us or in the same private network. Others could
 * write any X-Forwarded-For, and with it escape the limit of failed sign-ins.
 */
const TRUSTED_PROXIES = 'loopback, linklocal, uniquelocal';

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
  const adapter = new FastifyAdapter({
    trustProxy: TRUSTED_PROXIES,
    genReqId: () => crypto.randomUUID(),
    bodyLimit: LARGEST_BODY.bytes,
    // What the router itself refuses never reaches a filter.
    frameworkErrors: sendProblem,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(config), adapter, { logger });
  app.setGlobalPrefix('api/v1', { exclude: UNVERSIONED });
  app.useGlobalPipes(new RequestValidation());
  app.useGlobalFilters(new ProblemFilter());
  await app.register(multipart as never, { limits: { fileSize: LARGEST_UPLOAD.bytes, files: 1, fields: 10 } });
  guardBrowsers(app);
  countRequests(app);
  (extras.docs ? serveDocs : serveDocument)(app);
  await serveWeb(app, config);
  return app;
}
