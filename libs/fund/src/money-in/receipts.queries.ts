import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { GiverKind } from '../domain/giver.js';
import type { ReceiptKind } from '../domain/receipts.js';
import type { Source, Use } from '../domain/uses.js';

export interface ReceiptRow {
  readonly id: string;
  readonly kind: ReceiptKind;
  readonly source: Source;
  readonly amount: string;
  readonly onDay: Day;
  readonly giver: string | null;
  readonly giverKind: GiverKind;
  readonly isAnonymous: boolean;
  readonly use: Use | null;
  readonly projectId: string | null;
  readonly project: string | null;
  readonly document: string | null;
  readonly year: number | null;
  readonly serial: number | null;
  readonly code: string | null;
  readonly entryId: string;
  readonly entryNumber: string;
  readonly isReversed: boolean;
}

const RECEIPTS = `
  SELECT r.id, r.kind, r.source, r.amount::text, r.on_day::text AS "onDay", r.giver, r.giver_kind AS "giverKind",
    r.is_anonymous AS "isAnonymous", r.use_code AS use, r.project_id AS "projectId", p.title AS project, r.document,
    r.certificate_year AS year, r.certificate_serial AS serial, r.code, r.entry_id AS "entryId",
    e.number::text AS "entryNumber",
    EXISTS (SELECT 1 FROM ledger_entry v WHERE v.city_id = e.city_id AND v.book_id = e.book_id AND v.reverses = e.id)
      AS "isReversed"
  FROM fund_receipt r
  JOIN ledger_entry e ON e.city_id = r.city_id AND e.id = r.entry_id AND e.book_id = r.book_id
  LEFT JOIN fund_project p ON p.city_id = r.city_id AND p.id = r.project_id`;

interface Asked {
  readonly after: string | null;
  readonly limit: number;
}

/** The newest first. */
export async function listReceipts(
  manager: EntityManager,
  cityId: number,
  { after, limit }: Asked,
): Promise<readonly ReceiptRow[]> {
  return manager.query<ReceiptRow[]>(
    `${RECEIPTS} WHERE r.city_id = $1 AND ($2::uuid IS NULL OR r.id < $2) ORDER BY r.id DESC LIMIT $3`,
    [cityId, after, limit],
  );
}

export async function receiptRow(manager: EntityManager, cityId: number, id: string): Promise<ReceiptRow | null> {
  const [row] = await manager.query<ReceiptRow[]>(`${RECEIPTS} WHERE r.city_id = $1 AND r.id = $2`, [cityId, id]);
  return row ?? null;
}

/** The gift of a certificate. */
export async function giftRow(
  manager: EntityManager,
  cityId: number,
  { year, serial }: { readonly year: number; readonly serial: number },
): Promise<ReceiptRow | null> {
  const text = `${RECEIPTS} WHERE r.city_id = $1 AND r.certificate_year = $2 AND r.certificate_serial = $3`;
  const [row] = await manager.query<ReceiptRow[]>(text, [cityId, year, serial]);
  return row ?? null;
}
