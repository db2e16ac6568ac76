import type { Day } from '#libs/kernel';
import { pageOf, type Page } from '#libs/platform';
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
    o.content, CASE WHEN o.names_erased_on IS NULL THEN ARRAY[coalesce(o.objector, o.by_name)] ELSE '{}' END AS names,
    o.objector IS NOT NULL AS "isOnPaper", o.on_day::text AS "onDay",
    (SELECT json_build_object('content', a.content, 'onDay', a.on_day::text) FROM common_revenue_answer a
      WHERE a.city_id = o.city_id AND a.objection_id = o.id) AS answer,
    (SELECT json_build_object('note', x.note, 'onDay', x.on_day::text) FROM common_revenue_escalation x
      WHERE x.city_id = o.city_id AND x.objection_id = o.id) AS escalation
  FROM common_revenue_objection o
  LEFT JOIN ledger_entry e ON e.city_id = o.city_id AND e.id = o.entry_id AND e.book_id = o.book_id
  WHERE o.city_id = $1`;

/** Of a compound, or by a person who signed in. */
export type ObjectionsAsked = { readonly compoundId: string } | { readonly userId: string };

/** Where a page begins and how much is on it. */
export interface PageAsked {
  readonly after: string | null;
  readonly limit: number;
}

/** One page, the newest first. */
export async function objectionsOf(
  manager: EntityManager,
  cityId: number,
  asked: ObjectionsAsked,
  { after, limit }: PageAsked,
): Promise<Page<ObjectionRow>> {
  const isOf = 'compoundId' in asked;
  const whose = isOf ? 'o.compound_id = $2' : 'o.by_id = $2 AND o.objector IS NULL';
  const text = `${OBJECTIONS} AND ${whose} AND ($3::uuid IS NULL OR o.id < $3) ORDER BY o.id DESC LIMIT $4`;
  const values = [cityId, isOf ? asked.compoundId : asked.userId, after, limit + 1];
  return pageOf(await manager.query<ObjectionRow[]>(text, values), limit, ({ id }) => id);
}

export async function objectionRow(manager: EntityManager, cityId: number, id: string): Promise<ObjectionRow | null> {
  return (await manager.query<ObjectionRow[]>(`${OBJECTIONS} AND o.id = $2`, [cityId, id]))[0] ?? null;
}
