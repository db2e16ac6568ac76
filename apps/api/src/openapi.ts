import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import type { Config } from '#libs/platform';
import { createApp } from './create-app.js';
import { openApiDocument } from './openapi-document.js';

/** Writes the OpenAPI document to the file named on the command line; a database is asked for but nothing is read. */
const [, , target = 'apps/api/openapi.json'] = process.argv;
const config: Config = {
  port: 0,
  host: '127.0.0.1',
  dataFolder: '.data',
  databaseUrl: process.env.DATABASE_URL ?? '',
  databaseOwnerUrl: null,
  embedded: false,
  demo: false,
  jwtSecret: 'only-to-write-a-document'.padEnd(32, '.'),
  webFolder: null,
  oidc: null,
  sms: null,
};
const app = await createApp(config, false);
await app.init();
await writeFile(target, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
await app.close();
