import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { isRetryable } from './database-error.js';
import { rowsOf } from './rows.js';
import { SharedReads } from './shared-reads.js';

/** The largest value of the small integer that names a city. */
const MAX_CITY_ID = 32767;

/** The number of times a whole unit of work is tried when PostgreSQL asks for a retry. */
const ATTEMPTS = 3;

/** The statement that opens the wall for one city inside a transaction; the id is checked, since it is spliced in. */
export function enterCity(cityId: number): string {
  if (!Number.isInteger(cityId) || cityId < 1 || cityId > MAX_CITY_ID) throw new Error(`not a city id: ${cityId}`);
  return `SET LOCAL app.city_id = '${cityId}'`;
}

/** The two counters that tell whether anything cached for a city still holds. */
export interface CityStamp {
  readonly factVersion: string;
  readonly identityVersion: string;
}

/** What a unit of work found, and its last statement, still to be asked. */
export interface Closing<T> {
  readonly answer: T;
  readonly last: () => Promise<unknown>;
}

interface Client {
  query(text: string): Promise<unknown>;
  readonly connection: { readonly stream: { cork(): void; uncork(): void } };
}

/** What is asked from here to the next turn of the loop goes out in one piece. */
function inOnePiece({ connection: { stream } }: Client): void {
  stream.cork();
  setImmediate(() => stream.uncork());
}

/** Transactions inside one city's wall; opened by public methods of services only. */
@Injectable()
export class Database {
  private readonly stamps = new SharedReads((cityId: number) => this.readStamp(cityId));

  constructor(readonly source: DataSource) {}

  /** Runs `work` in one transaction that sees only the principal's city; retried on 40001 and 40P01. */
  async transaction<T>(principal: Pick<Principal, 'cityId'>, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const enter = enterCity(principal.cityId);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.source.transaction(async (manager) => {
          await manager.query(enter);
          return work(manager);
        });
      } catch (thrown) {
        if (attempt >= ATTEMPTS || !isRetryable(thrown)) throw thrown;
      }
    }
  }

  /**
   * The same for reading alone: however many statements `work` needs, all of them see the city at one moment. What
   * opens it travels ahead of the first statement, and nobody waits for its end: what was read stands, whatever comes
   * of the commit. What only reads never needs a second try.
   */
  async snapshot<T>({ cityId }: Pick<Principal, 'cityId'>, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const open = `BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; ${enterCity(cityId)}`;
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as Client;
    try {
      const [, answer] = await Promise.all([client.query(open), work(runner.manager)]);
      return answer;
    } finally {
      // After a fault PostgreSQL takes a commit for a rollback; a connection that is gone has nothing to end.
      const end = client.query('COMMIT').catch(() => undefined);
      void end.then(() => runner.release());
    }
  }

  /**
   * The same where many wait for one commit: what opens it travels with the first statement of `work`, and the commit
   * with the last. A statement that fails leaves nothing behind, since PostgreSQL refuses all that follow it. `work`
   * asks by `rowsOf`, by which statements go out in the order they are asked. Not tried again: a group commit does so.
   */
  async promptly<T>(
    { cityId }: Pick<Principal, 'cityId'>,
    settings: string,
    work: (manager: EntityManager) => Promise<Closing<T>>,
  ): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as Client;
      try {
        inOnePiece(client);
        const opening = client.query(`BEGIN; ${enterCity(cityId)}; ${settings}`);
        const [, { answer, last }] = await Promise.all([opening, work(runner.manager)]);
        inOnePiece(client);
        await Promise.all([last(), rowsOf(runner.manager, { text: 'COMMIT', values: [] })]);
        return answer;
      } catch (thrown) {
        // The first fault is what is told, also where the connection is gone.
        await client.query('ROLLBACK').catch(() => undefined);
        throw thrown;
      }
    } finally {
      await runner.release();
    }
  }

  /** Reads the shared table `city` and nothing else: no city is entered, so every walled table is empty here. */
  async shared<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return work(this.source.manager);
  }

  /** The city's counters, asked on every request before anything cached is trusted; a crowd shares the asking. */
  stamp(cityId: number): Promise<CityStamp> {
    return this.stamps.of(cityId);
  }

  private async readStamp(cityId: number): Promise<CityStamp> {
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as Client;
      const stamp = `SELECT fact_version, identity_version FROM city_stamp WHERE city_id = ${cityId}`;
      const text = `BEGIN READ ONLY; ${enterCity(cityId)}; ${stamp}; COMMIT`;
      const results = (await client.query(text)) as { rows: { fact_version: string; identity_version: string }[] }[];
      const row = results[2]?.rows[0];
      return { factVersion: row?.fact_version ?? '0', identityVersion: row?.identity_version ?? '0' };
    } finally {
      await runner.release();
    }
  }
}
