import 'reflect-metadata';
import { setTimeout as wait } from 'node:timers/promises';
import { ConsoleLogger, Logger, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Snapshots } from '#libs/coverage';
import { workerPrincipal } from '#libs/identity';
import { Database, languageOf, problemOf, readConfig } from '#libs/platform';
import { AreaTree, CitiesService } from '#libs/registry';
import { prepareDatabase } from '#libs/schema';
import { Sealer } from '#libs/transparency';
import { AuditModule } from './audit.module.js';

/** How often the service looks for new facts or a new day, in milliseconds. */
const LOOK_EVERY_MS = 2000;

async function keepUp(app: INestApplicationContext, logger: Logger): Promise<void> {
  const database = app.get(Database);
  for (const city of await app.get(CitiesService).list()) {
    const root = await database.transaction({ cityId: city.id }, (manager) => app.get(AreaTree).root(manager, city.id));
    const worker = workerPrincipal(city, root, 'coverage-audit');
    await app.get(Snapshots).keepUp(worker);
    // A log that cannot be sealed must not keep the cities after it from being audited.
    await app
      .get(Sealer)
      .sealNext(worker)
      .catch((error: unknown) => logger.error(error));
  }
}

/** The audit service: follows every change of facts and every new day, city by city. */
async function main(): Promise<void> {
  const logger = new Logger('coverage-audit');
  const config = readConfig(process.env);
  await prepareDatabase(config);
  const app = await NestFactory.createApplicationContext(AuditModule.for(config), {
    logger: new ConsoleLogger({ logLevels: ['error', 'warn'], prefix: '家园' }),
  });
  const stop = new AbortController();
  // A starting script that was killed stops nobody any more.
  for (const reason of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(reason, () => stop.abort());
  process.send?.({ type: 'ready' });
  while (!stop.signal.aborted) {
    // A fault of one round is told and the next round tries again; nothing is half written in between.
    await keepUp(app, logger).catch((error: unknown) => logger.error(error));
    await wait(LOOK_EVERY_MS, undefined, { signal: stop.signal }).catch(() => undefined);
  }
  await app.close();
}

main().then(
  // The line to the starting script would keep the process.
  () => process.exit(0),
  (error: unknown) => {
    const problem = problemOf(error, languageOf(process.env.LANG));
    console.error(problem.code === 'internal.unexpected' ? error : problem.detail);
    process.exit(1);
  },
);
