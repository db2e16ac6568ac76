import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { knownParameter, knownRows, type Moment } from './moment.js';

/** A compound in use on the day, with the area that it lay in. */
export interface CompoundRow {
  readonly id: string;
  readonly areaId: string | null;
  readonly deliveredOn: Day | null;
  /** First day after the day in question on which this version no longer speaks, or null. */
  readonly validTo: Day | null;
}

const COLUMNS = `v.compound_id AS id, v.area_id AS "areaId", v.delivered_on::text AS "deliveredOn",
  v.valid_to::text AS "validTo"`;
const IN_USE = `v.status = 'in-use' AND v.valid_from <= $2 AND (v.valid_to IS NULL OR v.valid_to > $2)`;

/** The next compounds in use, by id, after a given one: the pages of a full pass. */
export async function nextCompounds(
  manager: EntityManager,
  cityId: number,
  moment: Moment,
  page: { after: string | null; limit: number },
): Promise<CompoundRow[]> {
  return manager.query<CompoundRow[]>(
    `SELECT ${COLUMNS} FROM compound_version v
     WHERE v.city_id = $1 AND ${IN_USE} AND v.compound_id > $3 AND ${knownRows('v', moment, '$5')}
     ORDER BY v.compound_id LIMIT $4`,
    [cityId, moment.asOf, page.after ?? '00000000-0000-0000-0000-000000000000', page.limit, ...knownParameter(moment)],
  );
}

/** Those of the named compounds that are in use. */
export async function compoundsById(
  manager: EntityManager,
  cityId: number,
  moment: Moment,
  ids: readonly string[],
): Promise<CompoundRow[]> {
  return manager.query<CompoundRow[]>(
    `SELECT ${COLUMNS} FROM compound_version v
     WHERE v.city_id = $1 AND ${IN_USE} AND v.compound_id = ANY($3) AND ${knownRows('v', moment, '$4')}
     ORDER BY v.compound_id`,
    [cityId, moment.asOf, ids, ...knownParameter(moment)],
  );
}

/** What a list said of a subject. */
export interface ClaimRow {
  readonly target: string;
  readonly subjectId: string;
  readonly mode: string;
  readonly asOf: Day;
  readonly recordedAt: Date;
}

/** The claims on the named subjects that had been made by the day. */
export async function claimsOf(
  manager: EntityManager,
  cityId: number,
  moment: Moment,
  subjectIds: readonly string[],
): Promise<ClaimRow[]> {
  return manager.query<ClaimRow[]>(
    `SELECT c.target, c.subject_id AS "subjectId", c.mode, c.as_of::text AS "asOf", c.recorded_at AS "recordedAt"
     FROM claim c
     WHERE c.city_id = $1 AND c.as_of <= $2 AND c.subject_id = ANY($3) AND c.mode <> 'unknown'
       AND ${knownRows('c', moment, '$4')}`,
    [cityId, moment.asOf, subjectIds, ...knownParameter(moment)],
  );
}

/** A look on the spot at one piece of evidence. */
export interface CheckRow {
  readonly subjectId: string;
  readonly checkedOn: Day;
  readonly outcome: 'confirmed' | 'refuted';
}

/** The field checks of the named records that had taken place by the day. */
export async function checksOf(
  manager: EntityManager,
  cityId: number,
  moment: Moment,
  recordIds: readonly string[],
): Promise<CheckRow[]> {
  const known = moment.knownAt === null ? 'true' : 'f.recorded_at <= $4';
  return manager.query<CheckRow[]>(
    `SELECT f.subject_id AS "subjectId", f.checked_on::text AS "checkedOn", f.outcome FROM field_check f
     WHERE f.city_id = $1 AND f.checked_on <= $2 AND f.subject_id = ANY($3) AND ${known}`,
    [cityId, moment.asOf, recordIds, ...knownParameter(moment)],
  );
}
