import type { EntityManager } from 'typeorm';
import type { VoucherKind } from '../domain/voucher-kinds.js';

export interface ShownVoucher {
  readonly id: string;
  readonly kind: VoucherKind;
  readonly title: string;
  readonly fileId: string;
  readonly isPublic: boolean;
  readonly name: string;
  readonly mediaType: string;
  readonly entryId: string | null;
  readonly projectId: string | null;
  /** The repair that it shows, by itself or by an entry that paid for it. */
  readonly spendingId: string | null;
  /** The instalment of the repair, in the same two ways. */
  readonly instalment: number | null;
  /** SHA-256 of the file. */
  readonly digest: string;
  readonly withdrawal: { readonly onDay: string; readonly reason: string } | null;
}

const VOUCHERS = `
  SELECT v.id, v.kind, v.title, v.file_id AS "fileId", v.is_public AS "isPublic", f.name, f.media_type AS "mediaType",
    v.entry_id AS "entryId", v.project_id AS "projectId", f.sha256 AS digest,
    coalesce(v.spending_id, k.spending_id) AS "spendingId", coalesce(v.instalment, k.instalment) AS instalment,
    CASE WHEN w.voucher_id IS NOT NULL THEN json_build_object(
      'onDay', (w.at AT TIME ZONE 'Asia/Shanghai')::date::text, 'reason', w.reason) END AS withdrawal
  FROM fund_voucher v JOIN file f ON f.city_id = v.city_id AND f.id = v.file_id
  LEFT JOIN fund_voucher_withdrawal w ON w.city_id = v.city_id AND w.voucher_id = v.id
  LEFT JOIN LATERAL (SELECT k.spending_id, k.instalment FROM maintenance_taking k
    WHERE k.city_id = v.city_id AND k.entry_id = v.entry_id LIMIT 1) k ON true`;

/** What shows a project, the entries that paid for it included. */
export async function vouchersOfProjects(
  manager: EntityManager,
  cityId: number,
  projectIds: readonly string[],
): Promise<readonly ShownVoucher[]> {
  return manager.query<ShownVoucher[]>(
    `${VOUCHERS} WHERE v.city_id = $1 AND (v.project_id = ANY ($2::uuid[]) OR v.entry_id IN (
       SELECT o.entry_id FROM fund_payment_posting o
       JOIN fund_payment y ON y.city_id = o.city_id AND y.id = o.payment_id
       WHERE o.city_id = $1 AND y.project_id = ANY ($2::uuid[]))) ORDER BY v.at, v.id`,
    [cityId, projectIds],
  );
}

/** What shows repairs, the entries that paid for them included. */
export async function vouchersOfRepairs(
  manager: EntityManager,
  cityId: number,
  spendingIds: readonly string[],
): Promise<readonly ShownVoucher[]> {
  return manager.query<ShownVoucher[]>(
    `${VOUCHERS} WHERE v.city_id = $1 AND (v.spending_id = ANY ($2::uuid[]) OR v.entry_id IN (
       SELECT k.entry_id FROM maintenance_taking k WHERE k.city_id = $1 AND k.spending_id = ANY ($2::uuid[])))
     ORDER BY v.at, v.id`,
    [cityId, spendingIds],
  );
}

/** What shows an entry. */
export async function vouchersOfEntry(
  manager: EntityManager,
  cityId: number,
  entryId: string,
): Promise<readonly ShownVoucher[]> {
  return manager.query<ShownVoucher[]>(`${VOUCHERS} WHERE v.city_id = $1 AND v.entry_id = $2 ORDER BY v.at, v.id`, [
    cityId,
    entryId,
  ]);
}
