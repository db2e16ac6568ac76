import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { knownParameter, knownRows, type Moment } from './moment.js';

/** A committee, property management committee or exemption of one compound. */
export interface BodyRow {
  readonly compoundId: string;
  /** The compound at which the body is counted: the first of its compounds. */
  readonly homeId: string;
  readonly recordId: string;
  readonly kind: 'committee' | 'pmc' | 'exemption';
  readonly seats: number | null;
  readonly members: number | null;
  readonly membersChangedOn: Day | null;
  readonly electedOn: Day | null;
  readonly lastActivityOn: Day | null;
  readonly reelectionGroupOn: Day | null;
  readonly issuedOn: Day | null;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly filedOn: Day | null;
}

/** The bodies of the named compounds. */
export async function bodiesOf(
  manager: EntityManager,
  cityId: number,
  moment: Moment,
  compoundIds: readonly string[],
): Promise<BodyRow[]> {
  return manager.query<BodyRow[]>(
    `SELECT l.compound_id AS "compoundId", h.home::text AS "homeId", c.record_id AS "recordId", c.kind, c.seats,
       c.members,
       c.members_changed_on::text AS "membersChangedOn", c.elected_on::text AS "electedOn",
       c.last_activity_on::text AS "lastActivityOn", c.reelection_group_on::text AS "reelectionGroupOn",
       c.issued_on::text AS "issuedOn", c.effective_from::text AS "effectiveFrom",
       c.effective_to::text AS "effectiveTo",
       c.filed_on::text AS "filedOn"
     FROM committee_compound l
     JOIN committee c ON c.city_id = l.city_id AND c.id = l.committee_id
     CROSS JOIN LATERAL (SELECT compound_id AS home FROM committee_compound a
       WHERE a.city_id = c.city_id AND a.committee_id = c.id ORDER BY compound_id LIMIT 1) h
     WHERE l.city_id = $1 AND l.compound_id = ANY($2) AND ${knownRows('c', moment, '$3')}`,
    [cityId, compoundIds, ...knownParameter(moment)],
  );
}
