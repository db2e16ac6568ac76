import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { RollUnit } from '../domain/parties/parties.js';
import { fractionOf } from '../writing/known-roster.js';

type ShareRow = {
  readonly id: string;
  readonly kind: RollUnit['owners'][number]['kind'];
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly isRepresentative: boolean;
};
type Row = Omit<RollUnit, 'floorArea' | 'owners'> & {
  readonly floorArea: string | null;
  readonly owners: readonly ShareRow[] | null;
};

/** Every unit of a compound as it was on a day, as known now, with whoever held it then. */
export async function rollUnits(
  manager: EntityManager,
  cityId: number,
  { compoundId, on }: { readonly compoundId: string; readonly on: Day },
): Promise<readonly RollUnit[]> {
  const rows = await manager.query<Row[]>(
    `SELECT v.unit_id AS id, v.building, v.stairway, v.use, v.floor_area AS "floorArea",
       coalesce(o.standing, 'unknown') AS standing, h.owners
     FROM unit_version v
     LEFT JOIN ownership o ON o.city_id = v.city_id AND o.unit_id = v.unit_id AND o.superseded_at IS NULL
       AND o.valid_from <= $3::date AND (o.valid_to IS NULL OR o.valid_to > $3::date)
     LEFT JOIN (
       SELECT s.ownership_id, json_agg(json_build_object('id', s.owner_id, 'kind', d.kind, 'numerator', s.numerator,
           'denominator', s.denominator, 'isRepresentative', s.is_representative) ORDER BY s.position) AS owners
       FROM ownership w JOIN ownership_share s ON s.city_id = w.city_id AND s.ownership_id = w.id
       JOIN owner_detail d ON d.city_id = s.city_id AND d.owner_id = s.owner_id AND d.superseded_at IS NULL
       WHERE w.city_id = $1 AND w.compound_id = $2 AND w.superseded_at IS NULL
       GROUP BY s.ownership_id) h ON h.ownership_id = o.id
     WHERE v.city_id = $1 AND v.compound_id = $2 AND v.superseded_at IS NULL
       AND v.valid_from <= $3::date AND (v.valid_to IS NULL OR v.valid_to > $3::date)
     ORDER BY v.unit_id`,
    [cityId, compoundId, on],
  );
  return rows.map(({ floorArea, owners, ...unit }) => ({
    ...unit,
    floorArea: floorArea === null ? null : Number(floorArea),
    owners: (owners ?? []).map(({ id, kind, numerator, denominator, isRepresentative }) => {
      return { id, kind, share: fractionOf(numerator, denominator), isRepresentative };
    }),
  }));
}
