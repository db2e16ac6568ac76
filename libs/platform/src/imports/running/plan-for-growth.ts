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
