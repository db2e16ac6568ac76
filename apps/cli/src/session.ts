import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DomainError, type Principal } from '#libs/kernel';
import { operatorPrincipal } from '#libs/identity';
import { Database, readConfig, type City } from '#libs/platform';
import { AreaTree, CitiesService } from '#libs/registry';
import { prepareDatabase } from '#libs/schema';
import { CliModule } from './cli.module.js';
import './cli.errors.js';

/** Migrates, opens the application for one command, and closes it whatever happens. */
export async function withApplication<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const config = readConfig({
    ...process.env,
    JWT_SECRET: process.env.JWT_SECRET ?? 'not-used-by-commands'.padEnd(32, '.'),
  });
  await prepareDatabase(config);
  const app = await NestFactory.createApplicationContext(CliModule.for(config), {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/**
 * The city that a command means: the named one, else the only one.
 * @throws DomainError `cli.city-required`, `cli.no-city`, `city.not-found`
 */
export async function cityOf(app: INestApplicationContext, code: string | undefined): Promise<City> {
  const cities = app.get(CitiesService);
  if (code !== undefined) return cities.byCode(code);
  const all = await cities.list();
  if (all.length === 0) throw new DomainError('cli.no-city');
  if (all.length > 1) throw new DomainError('cli.city-required', { cities: all.map((city) => city.code).join('、') });
  return all[0] as City;
}

/** The operator of the command line, acting in one city and named in its audit log. */
export async function operatorOf(app: INestApplicationContext, city: City): Promise<Principal> {
  const root = await app
    .get(Database)
    .transaction({ cityId: city.id }, (manager) => app.get(AreaTree).root(manager, city.id));
  return operatorPrincipal(city, root);
}
