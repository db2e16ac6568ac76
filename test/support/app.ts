import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock, type Config, type OidcConfig, type SmsConfig } from '#libs/platform';
import supertest from 'supertest';
import { createApp } from '../../apps/api/src/create-app.js';
import { cloneDatabase, type ClonedDatabase } from './database.js';

/** The whole application over a database of its own, reached as a browser would reach it. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: ClonedDatabase;
  readonly config: Config;
  readonly http: ReturnType<typeof supertest>;
  /** Sets the day and time that the application believes it is. */
  at(instant: string): void;
  /** What the application believes the time is. */
  now(): Date;
  close(): Promise<void>;
}

/** An installation that is there already and stays when the application is closed. */
export interface Premises {
  readonly dataFolder: string;
  readonly appUrl: string;
  readonly ownerUrl: string;
}

/** Starts the application for one spec file, over a database of its own or where it is told; `close` in afterAll. */
export async function testApp(
  options: { webFolder?: string; at?: Premises; oidc?: OidcConfig; sms?: SmsConfig } = {},
): Promise<TestApp> {
  const { at } = options;
  const database = at ? { ...at, drop: async () => undefined } : await cloneDatabase();
  const dataFolder = at?.dataFolder ?? (await mkdtemp(path.join(os.tmpdir(), 'jiayuan-test-')));
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataFolder,
    databaseUrl: database.appUrl,
    databaseOwnerUrl: database.ownerUrl,
    embedded: false,
    demo: false,
    jwtSecret: 'secret-of-the-tests-'.padEnd(40, 'x'),
    // A built web beside the sources is not what these tests are about, and the runner could not load its server.
    oidc: options.oidc ?? null,
    sms: options.sms ?? null,
    webFolder: options.webFolder ?? path.join(dataFolder, 'no-web'),
  };
  const app = await createApp(config, false);
  await app.init();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const clock = app.get(Clock);
  return {
    app,
    database,
    config,
    http: supertest(await app.getUrl()),
    at: (instant) => {
      const moment = new Date(instant);
      clock.now = () => new Date(moment);
    },
    now: () => clock.now(),
    close: async () => {
      await app.close();
      await database.drop();
      if (!at) await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
