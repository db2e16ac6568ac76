import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { knownParameter, knownRows, type Moment } from './moment.js';

/** A service mode of one compound, with the paper behind it. */
export interface ServiceModeRow {
  readonly compoundId: string;
  readonly recordId: string;
  readonly mode: 'P' | 'M' | 'S' | 'U' | 'T' | 'B' | 'E';
  readonly companyId: string | null;
  readonly documentNumber: string;
  readonly issuedOn: Day | null;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly filedOn: Day | null;
}

/** The service modes of the named compounds, those that begin later included: they tell when a verdict will change. */
export async function serviceModesOf(
  manager: EntityManager,
  cityId: number,
  moment: Moment,
  compoundIds: readonly string[],
): Promise<ServiceModeRow[]> {
  return manager.query<ServiceModeRow[]>(
    `SELECT l.compound_id AS "compoundId", s.record_id AS "recordId", s.mode, s.company_id AS "companyId",
       s.document_number AS "documentNumber", s.issued_on::text AS "issuedOn",
       s.effective_from::text AS "effectiveFrom",
       s.effective_to::text AS "effectiveTo", s.filed_on::text AS "filedOn"
     FROM service_mode_compound l JOIN service_mode s ON s.city_id = l.city_id AND s.id = l.service_mode_id
     WHERE l.city_id = $1 AND l.compound_id = ANY($2) AND ${knownRows('s', moment, '$3')}`,
    [cityId, compoundIds, ...knownParameter(moment)],
  );
}

/** The newest sign of service of a compound up to the day. */
export interface SignRow {
  readonly compoundId: string;
  readonly lastOn: Day;
}

export async function lastSignsOf(
  manager: EntityManager,
  cityId: number,
  moment: Moment,
  compoundIds: readonly string[],
): Promise<SignRow[]> {
  return manager.query<SignRow[]>(
    `SELECT g.compound_id AS "compoundId", max(g.on_day)::text AS "lastOn" FROM service_sign g
     WHERE g.city_id = $1 AND g.on_day <= $2 AND g.compound_id = ANY($3) AND ${knownRows('g', moment, '$4')}
     GROUP BY g.compound_id`,
    [cityId, moment.asOf, compoundIds, ...knownParameter(moment)],
  );
}

/**
 * Document numbers under which more than one compound is said to be served outside a bundle (an integrity finding);
 * with ids, only numbers that one of these compounds uses.
 */
export async function sharedDocuments(
  manager: EntityManager,
  cityId: number,
  moment: Moment,
  compoundIds: readonly string[] | null,
): Promise<Set<string>> {
  const used = `AND s.document_number IN (SELECT o.document_number
         FROM service_mode_compound m JOIN service_mode o ON o.city_id = m.city_id AND o.id = m.service_mode_id
         WHERE m.city_id = $1 AND m.compound_id = ANY($2))`;
  const known = knownRows('s', moment, compoundIds === null ? '$2' : '$3');
  const rows = await manager.query<{ number: string }[]>(
    `SELECT s.document_number AS number
     FROM service_mode s JOIN service_mode_compound l ON l.city_id = s.city_id AND l.service_mode_id = s.id
     WHERE s.city_id = $1 AND s.mode <> 'B' ${compoundIds === null ? '' : used} AND ${known}
     GROUP BY s.document_number HAVING min(l.compound_id::text) <> max(l.compound_id::text)`,
    [cityId, ...(compoundIds === null ? [] : [compoundIds]), ...knownParameter(moment)],
  );
  return new Set(rows.map((row) => row.number));
}
