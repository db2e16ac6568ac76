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
  readonly listName: string | null;
  readonly listRow: number | null;
  readonly scans: readonly ScanLine[];
  readonly checks: readonly {
    readonly id: string;
    readonly checkedOn: Day;
    readonly outcome: string;
    readonly by: string;
    readonly note: string | null;
    readonly scans: readonly ScanLine[];
  }[];
}

/** A file that shows a piece of evidence, and when it was brought; the evidence has its own days. */
export interface ScanLine {
  readonly id: string;
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly attachedAt: string;
  readonly attachedBy: string;
  /** It was attached by mistake: it stays on the record, and its file is shown no more. */
  readonly withdrawn: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

/** The scans of a subject as JSON, as far as they were attached by the moment of knowing ($3), oldest first. */
const scansOf = (cityId: string, subjectId: string): string => `coalesce((
    SELECT json_agg(json_build_object('id', s.id, 'fileId', s.file_id, 'name', coalesce(u.name, e.name),
      'mediaType', coalesce(u.media_type, e.media_type), 'attachedAt', s.attached_at, 'attachedBy', s.attached_by,
      'withdrawn', CASE WHEN w.scan_id IS NULL THEN NULL ELSE json_build_object('at', w.at, 'by', w.by_name,
        'reason', w.reason) END)
      ORDER BY s.id)
    FROM scan s JOIN file e ON e.city_id = s.city_id AND e.id = s.file_id
    LEFT JOIN file_upload u ON u.city_id = s.city_id AND u.file_id = s.file_id AND u.uploaded_by_id = s.attached_by_id
    LEFT JOIN scan_withdrawal w ON w.city_id = s.city_id AND w.scan_id = s.id
      AND ($3::timestamptz IS NULL OR w.at <= $3)
    WHERE s.city_id = ${cityId} AND s.subject_id = ${subjectId}
      AND ($3::timestamptz IS NULL OR s.attached_at <= $3)), '[]')`;

const DOCUMENT = `d.document_number AS "documentNumber", d.issuing_body AS "issuingBody",
  d.issued_on::text AS "issuedOn",
  d.effective_from::text AS "effectiveFrom", d.effective_to::text AS "effectiveTo", d.filed_on::text AS "filedOn",
  d.recorded_at AS "uploadedAt", d.superseded_at AS "supersededAt", i.list_name AS "listName",
  d.import_row AS "listRow", ${scansOf('d.city_id', 'd.record_id')} AS scans,
  coalesce((SELECT json_agg(json_build_object('id', f.id, 'checkedOn', f.checked_on, 'outcome', f.outcome,
    'by', f.checked_by, 'note', f.note, 'scans', ${scansOf('f.city_id', 'f.id')})
    ORDER BY f.checked_on DESC, f.id) FROM field_check f
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

/** A day on which service was seen to be given, with its photos. */
export interface SignLine {
  readonly id: string;
  readonly kind: string;
  readonly onDay: Day;
  readonly note: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly scans: readonly ScanLine[];
}

/** The newest signs of service; the older ones only matter to the history. */
export async function newestSignsOf(source: Source, compoundIds: readonly string[]): Promise<readonly SignLine[]> {
  return source.manager.query<SignLine[]>(
    `SELECT d.id, d.kind, d.on_day::text AS "onDay", d.note, d.recorded_at AS "recordedAt",
       d.recorded_by AS "recordedBy", ${scansOf('d.city_id', 'd.id')} AS scans
     FROM service_sign d WHERE d.city_id = $1 AND d.compound_id = ANY($2) AND ${KNOWN}
       AND (d.superseded_at IS NULL OR d.superseded_at > $3) ORDER BY d.on_day DESC, d.id LIMIT 10`,
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
