import type { Day } from '#libs/kernel';
import type { Source } from '../facts/assemble.js';

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

/** Every piece of evidence that was ever recorded for a compound up to the moment of knowing, newest first. */
export async function evidenceOf(source: Source, compoundId: string): Promise<readonly EvidenceRow[]> {
  return source.manager.query<EvidenceRow[]>(
    `SELECT d.record_id AS id, 'service-mode' AS kind, coalesce(c.name, d.provider_name, '') AS title, d.mode AS detail,
       ${DOCUMENT}
     FROM service_mode_compound l JOIN service_mode d ON d.city_id = l.city_id AND d.id = l.service_mode_id
     LEFT JOIN company c ON c.city_id = d.city_id AND c.id = d.company_id ${LIST}
     WHERE l.city_id = $1 AND l.compound_id = $2 AND ${KNOWN}
     UNION ALL
     SELECT d.record_id, 'committee', d.name, d.kind, ${DOCUMENT}
     FROM committee_compound l JOIN committee d ON d.city_id = l.city_id AND d.id = l.committee_id ${LIST}
     WHERE l.city_id = $1 AND l.compound_id = $2 AND ${KNOWN}
     UNION ALL
     SELECT d.record_id, 'party-organisation', d.name, d.kind, ${DOCUMENT}
     FROM party_organisation d ${LIST}
     WHERE d.city_id = $1 AND ${KNOWN} AND d.subject_id IN (
       SELECT b.record_id FROM committee_compound l JOIN committee b ON b.city_id = l.city_id AND b.id = l.committee_id
       WHERE l.city_id = $1 AND l.compound_id = $2
       UNION SELECT s.company_id FROM service_mode_compound l JOIN service_mode s ON s.city_id = l.city_id
         AND s.id = l.service_mode_id WHERE l.city_id = $1 AND l.compound_id = $2)
     ORDER BY "effectiveFrom" DESC, "uploadedAt" DESC, id`,
    [source.cityId, compoundId, source.moment.knownAt],
  );
}

/** What lists said of a compound or of its committees. */
export interface ClaimLine {
  readonly target: string;
  readonly mode: string;
  readonly words: string;
  readonly asOf: Day;
  readonly listName: string;
  readonly listRow: number;
}

export async function claimLinesOf(source: Source, compoundId: string): Promise<readonly ClaimLine[]> {
  return source.manager.query<ClaimLine[]>(
    `SELECT d.target, d.mode, d.words, d.as_of::text AS "asOf", i.list_name AS "listName", d.import_row AS "listRow"
     FROM claim d JOIN import i ON i.city_id = d.city_id AND i.id = d.import_id
     WHERE d.city_id = $1 AND d.subject_id = $2 AND d.superseded_at IS NULL AND ${KNOWN}
     ORDER BY d.as_of DESC, d.id`,
    [source.cityId, compoundId, source.moment.knownAt],
  );
}

/** Every day on which a sign of service was seen, in order. */
export async function signDaysOf(source: Source, compoundId: string): Promise<readonly Day[]> {
  const rows = await source.manager.query<{ day: Day }[]>(
    `SELECT DISTINCT d.on_day::text AS day FROM service_sign d
     WHERE d.city_id = $1 AND d.compound_id = $2 AND d.superseded_at IS NULL AND ${KNOWN} ORDER BY 1`,
    [source.cityId, compoundId, source.moment.knownAt],
  );
  return rows.map((row) => row.day);
}
