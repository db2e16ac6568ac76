import type { EntityManager } from 'typeorm';

/**
 * Has PostgreSQL look rows up by index for the rest of the transaction. Its plans, above all those by which it checks
 * foreign keys, are made for tables as they were last counted and kept by the session: made while a table was empty,
 * they read all of it for every row of a long list.
 */
export async function planForGrowth(manager: EntityManager): Promise<void> {
  await manager.query('DISCARD PLANS');
  await manager.query('SET LOCAL enable_seqscan = off');
}

/** From so many rows on, what PostgreSQL last counted is too far from what is there. */
const WORTH_COUNTING = 500;

/** Has PostgreSQL count the tables of lists again after a long one, so that the next reader finds its rows quickly. */
export async function countAfterGrowth(manager: EntityManager, accepted: number): Promise<void> {
  if (accepted >= WORTH_COUNTING) await manager.query('SELECT count_lists()');
}
