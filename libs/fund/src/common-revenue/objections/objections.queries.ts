import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';

export interface ObjectionRow {
  readonly id: string;
  readonly compoundId: string;
  readonly period: string;
  readonly entryId: string | null;
  readonly entryNumber: string | null;
  readonly content: string;
  /** Never shown; hidden wherever the texts tell it. */
  readonly names: readonly string[];
  readonly isOnPaper: boolean;
  readonly onDay: Day;
  readonly answer: { readonly content: string; readonly onDay: Day } | null;
  readonly escalation: { readonly note: string; readonly onDay: Day } | null;
}

const OBJECTIONS = `
  SELECT o.id, o.compound_id AS "compoundId", o.period, o.entry_id AS "entryId", e.number::text AS "entryNumber",
    o.content, CASE WHEN o.objector IS NULL THEN ARRAY[o.by_name] ELSE ARRAY[o.objector] END AS names,
    o.objector IS NOT NULL AS "isOnPaper", o.on_day::text AS "onDay",
    (SELECT json_build_object('content', a.content, 'onDay', a.on_day::text) FROM common_revenue_answer a
      WHERE a.city_id = o.city_id AND a.objection_id = o.id) AS answer,
    (SELECT json_build_object('note', x.note, 'onDay', x.on_day::text) FROM common_revenue_escalation x
      WHERE x.city_id = o.city_id AND x.objection_id = o.id) AS escalation
  FROM common_revenue_objection o
  LEFT JOIN ledger_entry e ON e.city_id = o.city_id AND e.id = o.entry_id AND e.book_id = o.book_id
  WHERE o.city_id = $1`;

const MOST = 200;

/** Of a compound, the newest first. */
export async function objectionsOf(
  manager: EntityManager,
  cityId: number,
  compoundId: string,
): Promise<readonly ObjectionRow[]> {
  const text = `${OBJECTIONS} AND o.compound_id = $2 ORDER BY o.id DESC LIMIT ${MOST}`;
  return manager.query<ObjectionRow[]>(text, [cityId, compoundId]);
}

/** Those that a person raised who signed in. */
export async function objectionsBy(
  manager: EntityManager,
  cityId: number,
  userId: string,
): Promise<readonly ObjectionRow[]> {
  const text = `${OBJECTIONS} AND o.by_id = $2 AND o.objector IS NULL ORDER BY o.id DESC LIMIT ${MOST}`;
  return manager.query<ObjectionRow[]>(text, [cityId, userId]);
}

export async function objectionRow(manager: EntityManager, cityId: number, id: string): Promise<ObjectionRow | null> {
  return (await manager.query<ObjectionRow[]>(`${OBJECTIONS} AND o.id = $2`, [cityId, id]))[0] ?? null;
}
