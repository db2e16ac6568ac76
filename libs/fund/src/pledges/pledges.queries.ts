import { DomainError, type Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { yuanText } from '../domain/fen.js';
import type { GiverKind } from '../domain/giver.js';
import type { Source, Use } from '../domain/uses.js';
import { keepingFault, outstandingOf, type PledgeFacts } from './pledge-state.js';

export interface PledgeRow {
  readonly id: string;
  readonly source: Source;
  readonly amount: string;
  readonly received: string;
  readonly promisedOn: Day;
  readonly dueOn: Day | null;
  readonly giver: string | null;
  readonly giverKind: GiverKind;
  readonly isAnonymous: boolean;
  readonly use: Use | null;
  readonly document: string | null;
  readonly isWithdrawn: boolean;
  readonly withdrawalReason: string | null;
}

const PLEDGES = `
  SELECT p.id, p.source, p.amount::text, coalesce(r.received, 0)::text AS received, p.promised_on::text AS "promisedOn",
    p.due_on::text AS "dueOn", p.giver, p.giver_kind AS "giverKind", p.is_anonymous AS "isAnonymous", p.use_code AS use,
    p.document, w.pledge_id IS NOT NULL AS "isWithdrawn", w.reason AS "withdrawalReason"
  FROM fund_pledge p
  LEFT JOIN fund_pledge_withdrawal w ON w.city_id = p.city_id AND w.pledge_id = p.id
  LEFT JOIN LATERAL (
    SELECT sum(r.amount) AS received FROM fund_receipt r WHERE r.city_id = p.city_id AND r.pledge_id = p.id
      AND NOT EXISTS (SELECT 1 FROM ledger_entry v
        WHERE v.city_id = r.city_id AND v.book_id = r.book_id AND v.reverses = r.entry_id)) r ON true`;

/** The newest first. */
export async function listPledges(
  manager: EntityManager,
  cityId: number,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly PledgeRow[]> {
  return manager.query<PledgeRow[]>(
    `${PLEDGES} WHERE p.city_id = $1 AND ($2::uuid IS NULL OR p.id < $2) ORDER BY p.id DESC LIMIT $3`,
    [cityId, after, limit],
  );
}

export async function pledgeRow(manager: EntityManager, cityId: number, id: string): Promise<PledgeRow | null> {
  const [row] = await manager.query<PledgeRow[]>(`${PLEDGES} WHERE p.city_id = $1 AND p.id = $2`, [cityId, id]);
  return row ?? null;
}

export function factsOf({ amount, received, dueOn, isWithdrawn }: PledgeRow): PledgeFacts {
  return { amount: BigInt(amount), received: BigInt(received), dueOn, isWithdrawn };
}

export interface PledgeTotals {
  readonly promised: string;
  readonly received: string;
  readonly outstanding: string;
  readonly overdue: string;
}

/** What all pledges come to, in fen; one that was withdrawn counts with what came of it. */
export async function pledgeTotals(manager: EntityManager, cityId: number, today: Day): Promise<PledgeTotals> {
  const [row] = await manager.query<PledgeTotals[]>(
    `SELECT coalesce(sum(CASE WHEN "isWithdrawn" THEN received ELSE amount END), 0)::text AS promised,
       coalesce(sum(received), 0)::text AS received, coalesce(sum(rest), 0)::text AS outstanding,
       coalesce(sum(rest) FILTER (WHERE "dueOn" < $2), 0)::text AS overdue
     FROM (SELECT amount::numeric, received::numeric, "isWithdrawn", "dueOn",
         CASE WHEN "isWithdrawn" THEN 0 ELSE greatest(amount::numeric - received::numeric, 0) END AS rest
       FROM (${PLEDGES} WHERE p.city_id = $1) p) t`,
    [cityId, today],
  );
  return row as PledgeTotals;
}

/** Whoever records money holds the lock of the book, so that two receipts never keep one promise twice. */
export async function requireRoom(
  manager: EntityManager,
  cityId: number,
  { pledgeId, amount }: { readonly pledgeId: string; readonly amount: bigint },
): Promise<void> {
  const row = await pledgeRow(manager, cityId, pledgeId);
  if (!row) throw new DomainError('pledge.not-found', { id: pledgeId });
  const facts = factsOf(row);
  const fault = keepingFault(facts, amount);
  if (fault !== null) throw new DomainError(fault, { left: yuanText(outstandingOf(facts)) });
}
