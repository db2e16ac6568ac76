import type { AreaBrief } from './coverage.dto.js';
import type { Source } from '../facts/assemble.js';
import { knownParameter, knownRows } from '../facts/moment.js';

/** How a subject is called, and where it lies (companies lie nowhere). */
export interface SubjectName {
  readonly name: string;
  readonly area: AreaBrief | null;
}

/** The names of compounds and companies as they were at the moment, in two statements. */
export async function subjectNames(
  source: Source,
  compoundIds: readonly string[],
  companyIds: readonly string[],
): Promise<ReadonlyMap<string, SubjectName>> {
  const { manager, cityId, moment } = source;
  type Row = { id: string; name: string; code: string | null; area: string | null; level: string | null };
  const compounds = await manager.query<Row[]>(
    `SELECT v.compound_id AS id, v.name, a.code, a.name AS area, a.level
     FROM compound_version v LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
     WHERE v.city_id = $1 AND v.compound_id = ANY($2) AND v.valid_from <= $3 AND (v.valid_to IS NULL OR v.valid_to > $3)
       AND ${knownRows('v', moment, '$4')}`,
    [cityId, compoundIds, moment.asOf, ...knownParameter(moment)],
  );
  const companies =
    companyIds.length === 0
      ? []
      : await manager.query<{ id: string; name: string }[]>(
          'SELECT id, name FROM company WHERE city_id = $1 AND id = ANY($2)',
          [cityId, companyIds],
        );
  const named = new Map<string, SubjectName>(companies.map((row) => [row.id, { name: row.name, area: null }]));
  for (const row of compounds) {
    const area = row.code === null ? null : { code: row.code, name: row.area ?? '', level: row.level ?? '' };
    named.set(row.id, { name: row.name, area });
  }
  return named;
}
