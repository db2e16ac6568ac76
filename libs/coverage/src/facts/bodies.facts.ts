import type { BodyFacts } from '../domain/facts.js';
import { checksTold, claimsOf, readChecks, readClaims } from './checks.facts.js';
import { partyTold, readParty } from './party.facts.js';
import { officeTold, readSeats } from './office.facts.js';
import { fieldsOf, listed, record, type Reading } from './reading.js';

const NONE: readonly BodyFacts[] = [];
const NO_DAYS: readonly string[] = [];

/** Joins the committees, PMCs and exemptions of the compound `v`, each with its party organisations. */
export function bodiesTold(reading: Reading): string {
  const days = ['b.members_changed_on', 'b.elected_on', 'b.last_activity_on', 'b.reelection_group_on'];
  const paper = ['b.issued_on', 'b.effective_from', 'b.effective_to', 'b.filed_on'];
  const { join, home } = homeOf(reading);
  const columns = ['b.record_id', 'b.kind', home, 'b.seats', 'b.members', ...days, ...paper, 'body_check.told'];
  const more = ['party', 'body_claim', 'seat', 'meeting'].map((as) => `coalesce(${as}.told, '')`);
  const text = [record(...columns), ...more].join(` || '\t' || `);
  return reading.toldOfCompound({
    as: 'body',
    text: listed(text, '\n'),
    from: `committee_compound l JOIN committee b ON b.city_id = l.city_id AND b.id = l.committee_id
      ${checksTold(reading, 'body_check', 'b.record_id')} ${partyTold(reading, 'committee', 'b.record_id')}
      ${reading.told(claimsOf(reading, 'body_claim'), 'b.record_id')} ${officeTold(reading, 'b.record_id')} ${join}`,
    where: `l.city_id = $1 AND ${reading.known('b')}`,
    key: 'l.compound_id',
  });
}

/**
 * The compound at which a body is counted: the first in use of those it belongs to, or into which they were merged. In
 * a whole city the few bodies that belong to several compounds are found first.
 */
function homeOf(reading: Reading): { readonly join: string; readonly home: string } {
  // Behind the wall an index is used for expressions only that PostgreSQL knows to keep secrets: CASE, not coalesce.
  const stays = 'CASE WHEN g.merged_into IS NULL THEN a.compound_id ELSE g.merged_into END';
  const first = `(SELECT ${stays} AS id FROM committee_compound a
    LEFT JOIN merger g ON g.compound_id = a.compound_id
    JOIN compound_version h ON h.city_id = a.city_id AND h.compound_id = ${stays} AND ${reading.inUse('h')}
    WHERE a.city_id = $1 AND a.committee_id = l.committee_id ORDER BY id LIMIT 1)`;
  if (reading.extent !== 'city') return { join: '', home: first };
  const join = `LEFT JOIN (SELECT committee_id FROM committee_compound WHERE city_id = $1
    GROUP BY committee_id HAVING count(*) > 1) several ON several.committee_id = l.committee_id`;
  const only = 'coalesce(merger.merged_into, l.compound_id)';
  return { join, home: `CASE WHEN several.committee_id IS NULL THEN ${only} ELSE ${first} END` };
}

export function readBodies(told: string | null | undefined): readonly BodyFacts[] {
  if (!told) return NONE;
  return told.split('\n').map((one): BodyFacts => {
    const [body, party, claims, seats, meetings] = one.split('\t');
    const [
      recordId,
      kind,
      homeId,
      filedSeats,
      members,
      changed,
      elected,
      active,
      group,
      issued,
      from,
      to,
      filed,
      checks,
    ] = fieldsOf(body as string);
    return {
      recordId: recordId as string,
      issuedOn: issued || null,
      effectiveFrom: from as string,
      effectiveTo: to || null,
      filedOn: filed || null,
      checks: readChecks(checks),
      kind: kind as BodyFacts['kind'],
      seats: filedSeats ? Number(filedSeats) : null,
      members: members ? Number(members) : null,
      membersChangedOn: changed || null,
      memberSteps: readSeats(seats, Number(members || filedSeats || 1)),
      electedOn: elected || null,
      lastActivityOn: active || null,
      meetings: meetings ? meetings.split(' ') : NO_DAYS,
      reelectionGroupOn: group || null,
      homeId: homeId as string,
      party: readParty(party),
      partyClaims: readClaims(claims, 'C3'),
    };
  });
}
