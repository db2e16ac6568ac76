import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LeafSources, type LeafRow, type LeafSource } from './leaf-sources.js';
import type { Settled } from './log-head.entity.js';

/** Records of one kind sealed at a time; memory stays small, and the transaction short. */
const BATCH = 5000;

/** Records without a leaf, and for each kind the transaction number before which there are then none any more. */
export interface Pending {
  readonly records: readonly { readonly source: LeafSource; readonly row: LeafRow }[];
  readonly settledBefore: Settled;
}

/**
 * Finds what is not sealed yet. Records become visible in the order of commits, not in that of their ids or instants:
 * a transaction that began early may commit late, and the clocks of two machines differ. So a record counts as sealed
 * only by its leaf, and the look begins at a number below which every transaction had ended when it was last read.
 */
@Injectable()
export class PendingRecords {
  constructor(private readonly sources: LeafSources) {}

  async after(manager: EntityManager, cityId: number, settledBefore: Settled): Promise<Pending> {
    // Read before the records: who has ended by now is seen by the statements that follow.
    const horizon = await oldestOpenTransaction(manager);
    const records: Pending['records'][number][] = [];
    const settled: Record<string, string> = { ...settledBefore };
    for (const source of this.sources.all()) {
      const known = BigInt(settledBefore[source.kind] ?? 0);
      // A copy of the database on another server begins its numbers anew; there the look begins anew as well.
      const rows = await unsealed(manager, source, { cityId, from: known <= horizon ? known : 0n });
      for (const row of rows) records.push({ source, row });
      const last = rows.length === BATCH ? BigInt(rows.at(-1)?.writtenIn ?? 0) : horizon;
      settled[source.kind] = String(last < horizon ? last : horizon);
    }
    return { records, settledBefore: settled };
  }
}

async function oldestOpenTransaction(manager: EntityManager): Promise<bigint> {
  const text = 'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon';
  const [row] = await manager.query<{ horizon: string }[]>(text);
  return BigInt(row?.horizon ?? 0);
}

async function unsealed(
  manager: EntityManager,
  source: LeafSource,
  { cityId, from }: { readonly cityId: number; readonly from: bigint },
): Promise<readonly LeafRow[]> {
  return (
    manager
      .createQueryBuilder(source.entity, 'record')
      .addSelect(['record.salt', 'record.writtenIn'])
      .where('record.cityId = :cityId AND record.writtenIn >= :from', { cityId, from: String(from) })
      // One look into an index per record. As NOT EXISTS it would be a join, for which the planner, right after many
      // leaves came, may read all of them for each record.
      .andWhere(
        `(SELECT leaf.leaf_index FROM log_leaf leaf WHERE leaf.city_id = record.city_id
         AND leaf.source_kind = :kind AND leaf.source_id = record.id) IS NULL`,
        { kind: source.kind },
      )
      .orderBy('record.writtenIn')
      .addOrderBy('record.id')
      .limit(BATCH)
      .getMany()
  );
}
