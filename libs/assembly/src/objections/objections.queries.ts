import type { EntityManager } from 'typeorm';
import type { AnswerOfObjection, NewObjection } from './objections.service.js';

export interface ShownObjection extends NewObjection {
  readonly id: string;
  readonly onDay: string;
  readonly answer: (AnswerOfObjection & { readonly onDay: string }) | null;
}

const SHOWN = `
  SELECT o.id, o.kind, o.objector, o.content, o.on_day::text AS "onDay",
    CASE WHEN a.objection_id IS NOT NULL THEN json_build_object('outcome', a.outcome, 'content', a.content,
      'onDay', (a.at AT TIME ZONE 'Asia/Shanghai')::date::text) END AS answer
  FROM assembly_objection o
  LEFT JOIN objection_answer a ON a.city_id = o.city_id AND a.objection_id = o.id
  WHERE o.city_id = $1 AND o.assembly_id = $2`;

/** The objections to a roll or to a result, with their answers, in their order. */
export async function objectionsOf(
  manager: EntityManager,
  { cityId, id }: { readonly cityId: number; readonly id: string },
  kind: NewObjection['kind'],
): Promise<readonly ShownObjection[]> {
  return manager.query<ShownObjection[]>(`${SHOWN} AND o.kind = $3 ORDER BY o.id`, [cityId, id, kind]);
}

/** The owners for whom somebody is bound who raised an objection with their own account, by the objection. */
export async function ownersBehind(
  manager: EntityManager,
  { cityId, id, compoundId }: { readonly cityId: number; readonly id: string; readonly compoundId: string },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await manager.query<{ id: string; owners: string[] }[]>(
    `SELECT o.id, array_agg(DISTINCT b.owner_id) AS owners FROM assembly_objection o
     JOIN unit_binding b ON b.city_id = o.city_id AND b.user_id::text = o.by_id
     WHERE o.city_id = $1 AND o.assembly_id = $2 AND b.compound_id = $3 AND b.ended_at IS NULL GROUP BY o.id`,
    [cityId, id, compoundId],
  );
  return new Map(rows.map((row) => [row.id, row.owners]));
}

/** Those that somebody raised, to roll and result. */
export async function objectionsBy(
  manager: EntityManager,
  { cityId, id }: { readonly cityId: number; readonly id: string },
  byId: string,
): Promise<readonly ShownObjection[]> {
  return manager.query<ShownObjection[]>(`${SHOWN} AND o.by_id = $3 ORDER BY o.id`, [cityId, id, byId]);
}
