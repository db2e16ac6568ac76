import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { FactChange } from './fact-change.entity.js';

/** Beyond this many compounds a change is told as "everything": a full pass is cheaper than a list. */
const LISTED_AT_MOST = 2000;

export type TouchedFacts = { readonly compoundIds: readonly string[] } | { readonly everything: true };

/**
 * The queue of what must be audited again. Written last in a transaction, since it locks the city's counter until
 * the commit: versions then become visible in their order, and a cache keyed by the version can never miss one.
 */
@Injectable()
export class FactChanges {
  constructor(private readonly clock: Clock) {}

  async record(manager: EntityManager, cityId: number, touched: TouchedFacts): Promise<void> {
    const [rows] = (await manager.query(
      `UPDATE city_stamp SET fact_version = fact_version + 1 WHERE city_id = $1 RETURNING fact_version AS version`,
      [cityId],
    )) as [{ version: string }[], number];
    const version = rows[0]?.version;
    if (!version) throw new Error(`city ${cityId} has no stamp`);
    const listed = 'compoundIds' in touched && touched.compoundIds.length <= LISTED_AT_MOST;
    await manager.insert(FactChange, {
      cityId,
      version,
      at: this.clock.now(),
      compoundIds: listed ? [...new Set(touched.compoundIds)] : null,
    });
  }
}
