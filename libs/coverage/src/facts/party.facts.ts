import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { knownParameter, knownRows, type Moment } from './moment.js';

/** A party organisation of a committee or of a company. */
export interface PartyRow {
  readonly subjectId: string;
  readonly recordId: string;
  readonly kind: 'own' | 'joint' | 'function' | 'attached' | 'instructor';
  readonly memberCount: number | null;
  readonly issuedOn: Day | null;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
}

const COLUMNS = `p.subject_id AS "subjectId", p.record_id AS "recordId", p.kind, p.member_count AS "memberCount",
  p.issued_on::text AS "issuedOn", p.effective_from::text AS "effectiveFrom", p.effective_to::text AS "effectiveTo"`;

/** The party organisations of the named bodies or companies. */
export async function partyOf(
  manager: EntityManager,
  cityId: number,
  moment: Moment,
  subjectIds: readonly string[],
): Promise<PartyRow[]> {
  return manager.query<PartyRow[]>(
    `SELECT ${COLUMNS} FROM party_organisation p
     WHERE p.city_id = $1 AND p.subject_id = ANY($2) AND ${knownRows('p', moment, '$3')}`,
    [cityId, subjectIds, ...knownParameter(moment)],
  );
}

/** The party organisations of every company of the city; there are few companies, so a full pass reads them once. */
export async function companyParty(manager: EntityManager, cityId: number, moment: Moment): Promise<PartyRow[]> {
  return manager.query<PartyRow[]>(
    `SELECT ${COLUMNS} FROM party_organisation p
     WHERE p.city_id = $1 AND p.subject_kind = 'company' AND ${knownRows('p', moment, '$2')}`,
    [cityId, ...knownParameter(moment)],
  );
}
