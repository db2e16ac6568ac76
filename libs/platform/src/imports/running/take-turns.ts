import type { Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';

/**
 * Waits for whoever else changes what lists change in this city: two lists at once could both find a row missing and
 * both add it, two people both find no contract over the same days, and a list be taken back under a newer one.
 * First in a transaction, before any read.
 */
export async function takeTurns(manager: EntityManager, { cityId }: Pick<Principal, 'cityId'>): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('import:' || $1, 0))`, [cityId]);
}
