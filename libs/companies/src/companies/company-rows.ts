import type { EntityManager } from 'typeorm';
import type { CompanyPlan, CompanyValues, KnownCompany } from '../domain/companies/company-plan.js';
import { partsOf, type Writing } from '../records/write-records.js';

const FIELDS = 'name, credit_code, address, contact, registered_on, document_number, issuing_body';
const ARRAYS = '$3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::text[], $9::text[]';

type Told = CompanyPlan['inserts'][number];
type Change = Pick<Writing, 'cityId' | 'at' | 'importId' | 'newId'>;

function arraysOf(rows: readonly Told[]): unknown[] {
  const keys = ['name', 'creditCode', 'address', 'contact', 'registeredOn', 'documentNumber', 'issuingBody'] as const;
  return [rows.map((row) => row.id), ...keys.map((key) => rows.map((row) => row.values[key]))];
}

/** Every company of the city; there are hundreds, so that one read serves a whole list. */
export async function currentCompanies(manager: EntityManager, cityId: number): Promise<KnownCompany[]> {
  return await manager.query<KnownCompany[]>(
    `SELECT id, name, credit_code AS "creditCode", address, contact, registered_on::text AS "registeredOn",
       document_number AS "documentNumber", issuing_body AS "issuingBody"
     FROM company WHERE city_id = $1 AND superseded_at IS NULL ORDER BY id`,
    [cityId],
  );
}

export async function insertCompanies(manager: EntityManager, writing: Writing, rows: readonly Told[]): Promise<void> {
  for (const part of partsOf(rows)) {
    const importRows = part.map((row) => (writing.importId === null ? null : row.row));
    await manager.query(
      `INSERT INTO company (city_id, id, ${FIELDS}, import_row, recorded_at, recorded_by, import_id)
       SELECT $1, *, $11::timestamptz, $12, $13::uuid FROM unnest($2::uuid[], ${ARRAYS}, $10::int[])`,
      [writing.cityId, ...arraysOf(part), importRows, writing.at, writing.recordedBy, writing.importId],
    );
  }
}

/** Keeps what the entries say now, before they are changed by the import (null: by a person, or by undoing). */
async function keepHistory(manager: EntityManager, writing: Change, ids: readonly string[]): Promise<void> {
  await manager.query(
    `INSERT INTO company_history (city_id, id, company_id, ${FIELDS}, replaced_at, replaced_by_import)
     SELECT c.city_id, r.history_id, c.id, ${FIELDS}, $4, $5
     FROM unnest($2::uuid[], $3::uuid[]) AS r (company_id, history_id)
     JOIN company c ON c.city_id = $1 AND c.id = r.company_id`,
    [writing.cityId, ids, ids.map(() => writing.newId()), writing.at, writing.importId],
  );
}

/** Changes entries in place, for contracts name them by their id; what they said before goes into the history. */
export async function updateCompanies(manager: EntityManager, writing: Change, rows: readonly Told[]): Promise<void> {
  for (const part of partsOf(rows)) {
    await keepHistory(
      manager,
      writing,
      part.map((row) => row.id),
    );
    await manager.query(
      `UPDATE company c SET (${FIELDS}) =
         (r.name, r.credit_code, r.address, r.contact, r.registered_on, r.document_number, r.issuing_body)
       FROM unnest($2::uuid[], ${ARRAYS}) AS r (id, ${FIELDS})
       WHERE c.city_id = $1 AND c.id = r.id`,
      [writing.cityId, ...arraysOf(part)],
    );
  }
}

/** A company that an import registered and that still stands. */
export interface RegisteredCompany {
  readonly id: string;
  readonly name: string;
  /** Times that later lists changed its entry. */
  readonly corrections: number;
}

export async function companiesOfImport(
  manager: EntityManager,
  cityId: number,
  importId: string,
): Promise<readonly RegisteredCompany[]> {
  return manager.query<RegisteredCompany[]>(
    `SELECT c.id, c.name,
       (SELECT count(*)::int FROM company_history h
        WHERE h.city_id = c.city_id AND h.company_id = c.id AND h.replaced_by_import IS NOT NULL) AS corrections
     FROM company c WHERE c.city_id = $1 AND c.import_id = $2 AND c.superseded_at IS NULL ORDER BY c.id`,
    [cityId, importId],
  );
}

export async function withdrawCompanies(
  manager: EntityManager,
  writing: Pick<Writing, 'cityId' | 'at'>,
  ids: readonly string[],
): Promise<void> {
  await manager.query('UPDATE company SET superseded_at = $3 WHERE city_id = $1 AND id = ANY($2::uuid[])', [
    writing.cityId,
    ids,
    writing.at,
  ]);
}

/** Gives entries back what they said before the import changed them, unless something changed them again since. */
export async function restoreCompanies(
  manager: EntityManager,
  writing: Omit<Change, 'importId'>,
  importId: string,
): Promise<readonly string[]> {
  const former = await manager.query<(CompanyValues & { id: string })[]>(
    `SELECT h.company_id AS id, h.name, h.credit_code AS "creditCode", h.address, h.contact,
       h.registered_on::text AS "registeredOn", h.document_number AS "documentNumber", h.issuing_body AS "issuingBody"
     FROM company_history h WHERE h.city_id = $1 AND h.replaced_by_import = $2
       AND NOT EXISTS (SELECT 1 FROM company_history l WHERE l.city_id = h.city_id AND l.company_id = h.company_id
         AND l.id > h.id)`,
    [writing.cityId, importId],
  );
  const rows = former.map(({ id, ...values }) => ({ row: 0, id, values }));
  await updateCompanies(manager, { ...writing, importId: null }, rows);
  return rows.map((row) => row.id);
}
