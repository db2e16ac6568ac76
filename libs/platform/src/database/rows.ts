import pg from 'pg';
import type { EntityManager } from 'typeorm';

/** One row as PostgreSQL sent it, column by column. */
export type Row = readonly (string | null)[];

/** A statement that selects texts (uuid, text, or cast to text), with its parameters. */
export interface Statement {
  /** Under this name the connection keeps the statement planned; the same name always means the same text. */
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Client {
  query(statement: object): Promise<{ rows: Row[] }>;
}

async function clientOf(manager: EntityManager): Promise<Client> {
  if (!manager.queryRunner) throw new Error('rows are read inside a transaction');
  return (await manager.queryRunner.connect()) as Client;
}

/**
 * The rows of a statement as arrays: for reads that are so many, or so frequent, that objects and planning would cost
 * more than the answer.
 */
export async function rowsOf(manager: EntityManager, statement: Statement): Promise<Row[]> {
  const client = await clientOf(manager);
  return (await client.query({ ...statement, rowMode: 'array' })).rows;
}

/**
 * Hands over each row of a statement as it arrives, and keeps none: a whole province passes through without ever being
 * in memory. What `take` throws ends the reading: the rows that still come are let pass, and the caller hears of it.
 */
export async function eachRow(manager: EntityManager, statement: Statement, take: (row: Row) => void): Promise<void> {
  const client = await clientOf(manager);
  const { text, values } = statement;
  const config: pg.QueryArrayConfig<unknown[]> = { text, values: [...values], rowMode: 'array' };
  const query = new pg.Query(config);
  const thrown: unknown[] = [];
  query.on('row', (row: unknown) => {
    if (thrown.length > 0) return;
    try {
      take(row as Row);
    } catch (error) {
      thrown.push(error);
    }
  });
  await new Promise<void>((resolve, reject) => {
    query.on('end', () => resolve());
    query.on('error', reject);
    void client.query(query);
  });
  if (thrown.length > 0) throw thrown[0];
}

/** Settings of a transaction, in one round trip. */
async function plan(manager: EntityManager, text: string): Promise<void> {
  await (await clientOf(manager)).query({ text });
}

/** The settings of `readByKey`, for whoever sends them with others. */
export const READ_BY_KEY =
  'SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_seqscan = off; SET LOCAL enable_nestloop = on';
const READ_WHOLE = 'SET LOCAL plan_cache_mode = auto; SET LOCAL enable_seqscan = on; SET LOCAL enable_nestloop = off';

/**
 * From here on in the transaction rows are looked up by their keys, and named statements are planned once and for all:
 * for reads of a few subjects, where planning, or reading a small table from end to end, costs more than the answer.
 */
export async function readByKey(manager: EntityManager): Promise<void> {
  await plan(manager, READ_BY_KEY);
}

/**
 * From here on in the transaction tables are joined as a whole: for reads of a whole city. Right after a long list came
 * in, PostgreSQL still takes its tables for empty, and would go through one of them for every row of another.
 */
export async function readWhole(manager: EntityManager): Promise<void> {
  await plan(manager, READ_WHOLE);
}
