import type { EntityManager } from 'typeorm';
import type { Fraction } from '../domain/ownership/fraction.js';
import type { KnownUnit, KnownVersion, OwnershipFacts, SealedDetail, ShareFacts, UnitFacts } from './change.js';

/** The details of an owner as they are known now. */
export interface KnownOwner {
  readonly ownerId: string;
  readonly compoundId: string;
  readonly detailId: string;
  readonly detail: SealedDetail;
}

/** Whose register is wanted: some compounds as a whole, or some units. */
export type WantedUnits = { readonly compoundIds: readonly string[] } | { readonly unitIds: readonly string[] };

type SourceColumns = Omit<KnownVersion<never>, 'facts'> & { readonly unitId: string; readonly compoundId: string };
type UnitRow = SourceColumns & Omit<UnitFacts, 'floorArea' | 'commonShare'> & UnitNumbers;
type UnitNumbers = { floorArea: string | null; numerator: string | null; denominator: string | null };
type OwnershipRow = SourceColumns & Omit<OwnershipFacts, 'shares'> & { readonly shares: readonly ShareRow[] | null };
type ShareRow = Omit<ShareFacts, 'share'> & { numerator: number | null; denominator: number | null };

const SOURCE = `t.id, t.unit_id AS "unitId", t.compound_id AS "compoundId", t.valid_from::text AS "validFrom",
  t.valid_to::text AS "validTo", t.recorded_by AS "recordedBy", t.recorded_at AS "recordedAt", t.reason,
  t.import_id AS "importId", t.import_row AS "importRow"`;

export function fractionOf(numerator: string | number | null, denominator: string | number | null): Fraction | null {
  return numerator === null ? null : { numerator: Number(numerator), denominator: Number(denominator) };
}

function conditionOf(wanted: WantedUnits): { readonly column: string; readonly ids: readonly string[] } {
  return 'unitIds' in wanted
    ? { column: 't.unit_id', ids: wanted.unitIds }
    : { column: 't.compound_id', ids: wanted.compoundIds };
}

async function unitRows(manager: EntityManager, cityId: number, wanted: WantedUnits): Promise<UnitRow[]> {
  const { column, ids } = conditionOf(wanted);
  return manager.query<UnitRow[]>(
    `SELECT ${SOURCE}, t.building, t.stairway, t.room, t.floor, t.use, t.floor_area AS "floorArea",
       t.area_source AS "areaSource", t.area_document AS "areaDocument", t.common_numerator AS numerator,
       t.common_denominator AS denominator
     FROM unit_version t
     WHERE t.city_id = $1 AND ${column} = ANY($2::uuid[]) AND t.superseded_at IS NULL ORDER BY t.unit_id, t.valid_from`,
    [cityId, ids],
  );
}

async function ownershipRows(manager: EntityManager, cityId: number, wanted: WantedUnits): Promise<OwnershipRow[]> {
  const { column, ids } = conditionOf(wanted);
  return manager.query<OwnershipRow[]>(
    `SELECT ${SOURCE}, t.standing, t.cause, t.document_number AS "documentNumber", t.issuing_body AS "issuingBody",
       t.issued_on::text AS "issuedOn", t.file_id AS "fileId",
       (SELECT json_agg(json_build_object('ownerId', s.owner_id, 'numerator', s.numerator,
            'denominator', s.denominator, 'isRepresentative', s.is_representative, 'guardianId', s.guardian_id)
          ORDER BY s.position)
        FROM ownership_share s WHERE s.city_id = t.city_id AND s.ownership_id = t.id) AS shares
     FROM ownership t
     WHERE t.city_id = $1 AND ${column} = ANY($2::uuid[]) AND t.superseded_at IS NULL ORDER BY t.unit_id, t.valid_from`,
    [cityId, ids],
  );
}

function sourceOf(row: SourceColumns): Omit<KnownVersion<never>, 'facts'> {
  const { id, validFrom, validTo, recordedBy, recordedAt, reason, importId, importRow } = row;
  return { id, validFrom, validTo, recordedBy, recordedAt, reason, importId, importRow };
}

function unitVersion(row: UnitRow): KnownVersion<UnitFacts> {
  const { building, stairway, room, floor, use, areaSource, areaDocument, floorArea } = row;
  const area = floorArea === null ? null : Number(floorArea);
  const commonShare = fractionOf(row.numerator, row.denominator);
  const facts = { building, stairway, room, floor, use, floorArea: area, areaSource, areaDocument, commonShare };
  return { ...sourceOf(row), facts };
}

function ownershipVersion(row: OwnershipRow): KnownVersion<OwnershipFacts> {
  const { standing, cause, documentNumber, issuingBody, issuedOn, fileId } = row;
  const shares = (row.shares ?? []).map(({ ownerId, numerator, denominator, isRepresentative, guardianId }) => {
    return { ownerId, share: fractionOf(numerator, denominator), isRepresentative, guardianId };
  });
  return { ...sourceOf(row), facts: { standing, shares, cause, documentNumber, issuingBody, issuedOn, fileId } };
}

/** What is known now of units: every version that nothing has superseded, of every day. */
export async function knownUnits(
  manager: EntityManager,
  cityId: number,
  wanted: WantedUnits,
): Promise<readonly KnownUnit[]> {
  const units = new Map<
    string,
    { compoundId: string; versions: KnownVersion<UnitFacts>[]; ownerships: KnownVersion<OwnershipFacts>[] }
  >();
  for (const row of await unitRows(manager, cityId, wanted)) {
    const known = units.get(row.unitId) ?? { compoundId: row.compoundId, versions: [], ownerships: [] };
    known.versions.push(unitVersion(row));
    units.set(row.unitId, known);
  }
  for (const row of await ownershipRows(manager, cityId, wanted)) {
    units.get(row.unitId)?.ownerships.push(ownershipVersion(row));
  }
  return [...units].map(([unitId, known]) => ({ unitId, ...known }));
}

/** The owners of some compounds, or some of them, as they are known now. */
export async function knownOwners(
  manager: EntityManager,
  cityId: number,
  wanted: { readonly compoundIds: readonly string[]; readonly ownerIds?: readonly string[] },
): Promise<readonly KnownOwner[]> {
  type Row = SealedDetail & Omit<KnownOwner, 'detail'>;
  const rows = await manager.query<Row[]>(
    `SELECT owner_id AS "ownerId", compound_id AS "compoundId", id AS "detailId", kind, sealed_name AS "sealedName",
       name_hash AS "nameHash", sealed_id_number AS "sealedIdNumber", id_hash AS "idHash",
       sealed_phone AS "sealedPhone", phone_hash AS "phoneHash"
     FROM owner_detail
     WHERE city_id = $1 AND compound_id = ANY($2::uuid[]) AND ($3::uuid[] IS NULL OR owner_id = ANY($3::uuid[]))
       AND superseded_at IS NULL ORDER BY owner_id`,
    [cityId, wanted.compoundIds, wanted.ownerIds ?? null],
  );
  return rows.map(({ ownerId, compoundId, detailId, ...detail }) => ({ ownerId, compoundId, detailId, detail }));
}
