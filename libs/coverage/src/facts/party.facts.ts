import type { PartyFacts } from '../domain/facts.js';
import { checksTold, readChecks } from './checks.facts.js';
import { fieldsOf, listed, record, type Reading } from './reading.js';

const NONE: readonly PartyFacts[] = [];

/** Joins the party organisations of a committee or of a company. */
export function partyTold(reading: Reading, kind: 'committee' | 'company', of: string): string {
  const columns = ['p.record_id', 'p.kind', 'p.member_count', 'p.issued_on', 'p.effective_from', 'p.effective_to'];
  const told = {
    as: 'party',
    text: listed(record(...columns, 'party_check.told'), ';'),
    from: `party_organisation p ${checksTold(reading, 'party_check', 'p.record_id')}`,
    where: `p.city_id = $1 AND p.subject_kind = '${kind}' AND ${reading.known('p')}`,
    key: 'p.subject_id',
  };
  return reading.told(told, of);
}

export function readParty(told: string | null | undefined): readonly PartyFacts[] {
  if (!told) return NONE;
  return told.split(';').map((one): PartyFacts => {
    const [recordId, kind, memberCount, issuedOn, from, to, checks] = fieldsOf(one);
    return {
      recordId: recordId as string,
      issuedOn: issuedOn || null,
      effectiveFrom: from as string,
      effectiveTo: to || null,
      filedOn: null,
      checks: readChecks(checks),
      kind: kind as PartyFacts['kind'],
      memberCount: memberCount ? Number(memberCount) : null,
    };
  });
}
