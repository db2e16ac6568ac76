import type { ClaimFacts, FieldCheck } from '../domain/facts.js';
import { fieldsOf, listed, record, type Reading, type Told } from './reading.js';

const NO_CHECKS: readonly FieldCheck[] = [];
const NO_CLAIMS: readonly ClaimFacts[] = [];

/** Joins the field checks of a record that had taken place by the day. */
export function checksTold(reading: Reading, as: string, of: string): string {
  const told = {
    as,
    text: listed('f.checked_on || f.outcome', '+'),
    from: 'field_check f',
    where: `f.city_id = $1 AND f.checked_on <= $2 AND ${reading.recorded('f')}`,
    key: 'f.subject_id',
  };
  return reading.told(told, of);
}

export function readChecks(told: string | undefined): readonly FieldCheck[] {
  if (!told) return NO_CHECKS;
  return told
    .split('+')
    .map((check) => ({ checkedOn: check.slice(0, 10), outcome: check.slice(10) as FieldCheck['outcome'] }));
}

/** What lists had said of subjects by the day. */
export function claimsOf(reading: Reading, as: string): Told {
  return {
    as,
    text: listed(record('q.target', `q.mode <> 'none'`, 'q.as_of', 'extract(epoch FROM q.recorded_at)'), ';'),
    from: 'claim q',
    where: `q.city_id = $1 AND q.as_of <= $2 AND q.mode <> 'unknown' AND ${reading.known('q')}`,
    key: 'q.subject_id',
  };
}

/** The claims on one target among those told of a subject. */
export function readClaims(told: string | null | undefined, target: string): readonly ClaimFacts[] {
  if (!told) return NO_CLAIMS;
  const claims = told.split(';').map(fieldsOf);
  return claims
    .filter((claim) => claim[0] === target)
    .map(([, positive, asOf, seconds]) => ({
      positive: positive === 't',
      asOf: asOf as string,
      recordedAt: Number(seconds) * 1000,
    }));
}
