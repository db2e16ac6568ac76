import { existsSync } from 'node:fs';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '#libs/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Paths that belong to the server and never answer with the web page. */
const SERVER_PATHS = /^\/(api|health|metrics)(\/|$)/;

/**
 * Serves the built web: hashed assets for a year, every other address answers with the page itself. That, and the
 * worker which keeps pages on a device, are asked for anew each time: a new release is taken with the next load.
 */
export async function serveWeb(app: NestFastifyApplication, config: Config): Promise<void> {
  const folder = path.resolve(config.webFolder ?? 'dist/web');
  if (!existsSync(path.join(folder, 'index.html'))) return;
  // Loaded only where there is a web to serve: a CommonJS package with an ESM dependency, which test runners refuse.
  const { default: fastifyStatic } = await import('@fastify/static');
  await app.register(fastifyStatic as never, { root: folder, serve: false });
  const http = app.getHttpAdapter().getInstance();
  http.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const wanted = decodeURIComponent((request.params as { '*': string })['*']);
    if (SERVER_PATHS.test(`/${wanted}`)) return reply.callNotFound();
    const isFile = wanted !== '' && !wanted.includes('..') && existsSync(path.join(folder, wanted));
    if (wanted.startsWith('assets/') && isFile) return reply.sendFile(wanted, { immutable: true, maxAge: '365d' });
    if (wanted.startsWith('assets/')) return reply.callNotFound();
    reply.header('cache-control', 'no-cache');
    return reply.sendFile(isFile ? wanted : 'index.html', { cacheControl: false });
  });
}
