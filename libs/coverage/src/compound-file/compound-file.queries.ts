import type { Day } from '#libs/kernel';
import type { Source } from '../facts/assemble.js';
import { knownParameter, knownRows } from '../facts/moment.js';

/** One piece of evidence as the compound's page shows it, superseded ones included. */
export interface EvidenceRow {
  readonly id: string;
  readonly kind: 'service-mode' | 'committee' | 'party-organisation';
  readonly title: string;
  readonly detail: string;
  readonly documentNumber: string;
  readonly issuingBody: string;
  readonly issuedOn: Day | null;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly filedOn: Day | null;
  readonly uploadedAt: Date;
  readonly supersededAt: Date | null;
  readonly fileId: string | null;
  readonly listName: string | null;
  readonly listRow: number | null;
  readonly checks: readonly { checkedOn: Day; outcome: string; by: string; note: string | null }[];
}

const DOCUMENT = `d.document_number AS "documentNumber", d.issuing_body AS "issuingBody",
  d.issued_on::text AS "issuedOn",
  d.effective_from::text AS "effectiveFrom", d.effective_to::text AS "effectiveTo", d.filed_on::text AS "filedOn",
  d.recorded_at AS "uploadedAt", d.superseded_at AS "supersededAt", d.file_id AS "fileId", i.list_name AS "listName",
  d.import_row AS "listRow", 
  coalesce((SELECT json_agg(json_build_object('checkedOn', f.checked_on, 'outcome', f.outcome,
    'by', f.checked_by, 'note', f.note) ORDER BY f.checked_on DESC) FROM field_check f
    WHERE f.city_id = d.city_id AND f.subject_id = d.record_id), '[]') AS checks`;
const LIST = 'LEFT JOIN import i ON i.city_id = d.city_id AND i.id = d.import_id';
const KNOWN = '($3::timestamptz IS NULL OR d.recorded_at <= $3)';

/** Every piece of evidence that was ever recorded for compounds up to the moment of knowing, newest first. */
export async function evidenceOf(source: Source, compoundIds: readonly string[]): Promise<readonly EvidenceRow[]> {
  return source.manager.query<EvidenceRow[]>(
    `SELECT d.record_id AS id, 'service-mode' AS kind, coalesce(c.name, d.provider_name, '') AS title, d.mode AS detail,
       ${DOCUMENT}
     FROM service_mode d LEFT JOIN company c ON c.city_id = d.city_id AND c.id = d.company_id ${LIST}
     WHERE d.city_id = $1 AND ${KNOWN} AND d.id IN (SELECT l.service_mode_id FROM service_mode_compound l
       WHERE l.city_id = $1 AND l.compound_id = ANY($2))
     UNION ALL
     SELECT d.record_id, 'committee', d.name, d.kind, ${DOCUMENT}
     FROM committee d ${LIST}
     WHERE d.city_id = $1 AND ${KNOWN} AND d.id IN (SELECT l.committee_id FROM committee_compound l
       WHERE l.city_id = $1 AND l.compound_id = ANY($2))
     UNION ALL
     SELECT d.record_id, 'party-organisation', d.name, d.kind, ${DOCUMENT}
     FROM party_organisation d ${LIST}
     WHERE d.city_id = $1 AND ${KNOWN} AND d.subject_id IN (
       SELECT b.record_id FROM committee_compound l JOIN committee b ON b.city_id = l.city_id AND b.id = l.committee_id
       WHERE l.city_id = $1 AND l.compound_id = ANY($2)
       UNION SELECT s.company_id FROM service_mode_compound l JOIN service_mode s ON s.city_id = l.city_id
         AND s.id = l.service_mode_id WHERE l.city_id = $1 AND l.compound_id = ANY($2))
     ORDER BY "effectiveFrom" DESC, "uploadedAt" DESC, id`,
    [source.cityId, compoundIds, source.moment.knownAt],
  );
}

/** What a list said of a compound. */
export interface ClaimLine {
  readonly target: string;
  readonly mode: string;
  readonly words: string;
  readonly asOf: Day;
  readonly listName: string;
  readonly listRow: number;
}

export async function claimLinesOf(source: Source, compoundIds: readonly string[]): Promise<readonly ClaimLine[]> {
  return source.manager.query<ClaimLine[]>(
    `SELECT d.target, d.mode, d.words, d.as_of::text AS "asOf", i.list_name AS "listName", d.import_row AS "listRow"
     FROM claim d JOIN import i ON i.city_id = d.city_id AND i.id = d.import_id
     WHERE d.city_id = $1 AND d.subject_id = ANY($2) AND d.superseded_at IS NULL AND ${KNOWN}
     ORDER BY d.as_of DESC, d.id`,
    [source.cityId, compoundIds, source.moment.knownAt],
  );
}

/** Every day on which a sign of service was seen, in order, by compound. */
export async function signDaysOf(
  source: Source,
  compoundIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Day[]>> {
  const rows = await source.manager.query<{ id: string; days: Day[] }[]>(
    `SELECT d.compound_id AS id, array_agg(DISTINCT d.on_day::text ORDER BY d.on_day::text) AS days FROM service_sign d
     WHERE d.city_id = $1 AND d.compound_id = ANY($2) AND d.superseded_at IS NULL AND ${KNOWN} GROUP BY d.compound_id`,
    [source.cityId, compoundIds, source.moment.knownAt],
  );
  return new Map(rows.map(({ id, days }) => [id, days]));
}

/** A compound that was merged into another, and the days on which it was. */
export interface MergedPart {
  readonly id: string;
  readonly from: Day;
  readonly to: Day | null;
}

/** The compounds that were ever merged into one, as known at the moment, oldest first. */
export async function mergedInto(source: Source, compoundId: string): Promise<readonly MergedPart[]> {
  return source.manager.query<MergedPart[]>(
    `SELECT m.compound_id AS id, m.valid_from::text AS "from", m.valid_to::text AS "to" FROM compound_version m
     WHERE m.city_id = $1 AND m.merged_into = $2 AND m.status = 'merged' AND ${knownRows('m', source.moment, '$3')}
     ORDER BY m.valid_from, m.compound_id`,
    [source.cityId, compoundId, ...knownParameter(source.moment)],
  );
}
