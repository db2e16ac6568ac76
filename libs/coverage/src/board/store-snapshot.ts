import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { Audited } from '../audits/kept-audits.js';

/** Where and when a snapshot is kept. */
export interface SnapshotOf {
  readonly manager: EntityManager;
  readonly cityId: number;
  readonly day: Day;
  readonly recordedAt: Date;
}

/** Keeps the numbers of every area of a day, in place of those kept earlier on that day. */
export async function storeSnapshot(
  of: SnapshotOf,
  { state, rollUp }: Pick<Audited, 'state' | 'rollUp'>,
): Promise<void> {
  // Villages are left out of snapshots: their trend is one compound's history, and they are nine tenths of the tree.
  const kept = state.areas.nodes
    .map((node, number) => ({ node, number }))
    .filter(({ node }) => node.level !== 'village' && node.level !== 'grid');
  const rows = kept.flatMap(({ node, number }) =>
    [...rollUp.own(number)].map(([target, count]) => ({ areaId: node.id, target, count })),
  );
  await of.manager.query(
    `INSERT INTO coverage_snapshot
       (city_id, day, area_id, target, denominator, strict, broad, claimed, states, recorded_at)
     SELECT $1, $2, area_id, target, denominator, strict, broad, claimed, states, $3
     FROM unnest($4::uuid[], $5::text[], $6::int[], $7::int[], $8::int[], $9::int[], $10::jsonb[])
       AS s (area_id, target, denominator, strict, broad, claimed, states)
     ON CONFLICT (city_id, area_id, target, day) DO UPDATE SET denominator = excluded.denominator,
       strict = excluded.strict, broad = excluded.broad, claimed = excluded.claimed, states = excluded.states,
       recorded_at = excluded.recorded_at`,
    [
      of.cityId,
      of.day,
      of.recordedAt,
      rows.map((row) => row.areaId),
      rows.map((row) => row.target),
      rows.map((row) => row.count.denominator),
      rows.map((row) => row.count.numerators.strict),
      rows.map((row) => row.count.numerators.broad),
      rows.map((row) => row.count.numerators.claimed),
      rows.map((row) => JSON.stringify(row.count.states)),
    ],
  );
}
