import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from 'helmet';

/** What helmet says of every answer, noted once: nothing of it depends on the request. */
function fixedHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  const noted = {
    setHeader: (name: string, value: string) => (headers[name] = value),
    removeHeader: () => undefined,
  };
  const middleware = helmet({
    contentSecurityPolicy: {
      directives: {
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        // Originals are fetched with the sign-in and shown from the memory of the page.
        imgSrc: ["'self'", 'data:', 'blob:'],
        frameSrc: ["'self'", 'blob:'],
        // A browser's own viewer of PDF counts as a plug-in.
        objectSrc: ['blob:'],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  });
  middleware({} as IncomingMessage, noted as unknown as ServerResponse, (error?: unknown) => {
    if (error) throw error as Error;
  });
  return headers;
}

/** Tells browsers with every answer what they must not do with it. */
export function guardBrowsers(app: NestFastifyApplication): void {
  const headers = fixedHeaders();
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (_, reply, done) => {
      reply.headers(headers);
      done();
    });
}
