import type { EntityManager } from 'typeorm';
import { signKey, type ServiceSignDraft } from '../domain/services/service-sign-plan.js';
import { partsOf, type Writing } from '../records/write-records.js';

/** Keys of the signs that the register has for these compounds. */
export async function knownSigns(
  manager: EntityManager,
  cityId: number,
  compoundIds: readonly string[],
  from: string,
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<Pick<ServiceSignDraft, 'compoundId' | 'kind' | 'onDay'>[]>(
    `SELECT DISTINCT compound_id AS "compoundId", kind, on_day::text AS "onDay" FROM service_sign
     WHERE city_id = $1 AND compound_id = ANY($2::uuid[]) AND on_day >= $3::date AND superseded_at IS NULL`,
    [cityId, compoundIds, from],
  );
  return new Set(rows.map(signKey));
}

export async function insertSigns(
  manager: EntityManager,
  writing: Writing,
  signs: readonly ServiceSignDraft[],
): Promise<void> {
  for (const part of partsOf(signs)) {
    await manager.query(
      `INSERT INTO service_sign (city_id, recorded_at, recorded_by, import_id,
         id, compound_id, kind, on_day, note, import_row)
       SELECT $1, $2, $3, $4, * FROM unnest($5::uuid[], $6::uuid[], $7::text[], $8::date[], $9::text[], $10::int[])`,
      [
        writing.cityId,
        writing.at,
        writing.recordedBy,
        writing.importId,
        part.map(() => writing.newId()),
        part.map((sign) => sign.compoundId),
        part.map((sign) => sign.kind),
        part.map((sign) => sign.onDay),
        part.map((sign) => sign.note),
        part.map((sign) => (writing.importId === null ? null : sign.row)),
      ],
    );
  }
}

/** Takes back the signs of an import. @returns the compounds that they spoke of */
export async function withdrawSigns(
  manager: EntityManager,
  undoing: { readonly cityId: number; readonly importId: string; readonly at: Date },
): Promise<readonly string[]> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    `UPDATE service_sign SET superseded_at = $3 WHERE city_id = $1 AND import_id = $2 AND superseded_at IS NULL
     RETURNING compound_id AS id`,
    [undoing.cityId, undoing.importId, undoing.at],
  );
  return [...new Set(rows.map((row) => row.id))];
}
