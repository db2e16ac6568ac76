import type { Day } from '#libs/kernel';
import { nextOf } from './calendar.js';
import { COMPOUND_TARGETS } from './audit-state.js';
import type { CompanyFacts, CompoundFacts } from './facts.js';
import type { State, Target } from './state.js';
import type { Thresholds } from './thresholds.js';
import { judgeCompany, judgeCompound, type CompoundVerdicts } from './verdict.js';

/** A day on which a verdict became another one. */
export interface StateChange {
  readonly day: Day;
  readonly target: Target;
  readonly from: State | null;
  readonly to: State;
}

/** What the history of one compound is made from. */
export interface HistoryInput {
  readonly facts: CompoundFacts;
  readonly companies: readonly CompanyFacts[];
  /** Every day with a sign of service, in order. */
  readonly signDays: readonly Day[];
  readonly from: Day;
  readonly to: Day;
  readonly thresholdsOn: (day: Day) => Thresholds;
}

/** More days than a compound changes on in its life; a guard against a rule that names the same day for ever. */
const MOST_DAYS = 2000;

function eventDays(facts: CompoundFacts, companies: readonly CompanyFacts[], signDays: readonly Day[]): readonly Day[] {
  const days = new Set<Day>(signDays);
  const party = [...facts.bodies.flatMap((body) => body.party), ...companies.flatMap((company) => company.party)];
  for (const piece of [...facts.services, ...facts.bodies, ...party]) {
    for (const day of [piece.effectiveFrom, piece.issuedOn, piece.filedOn]) if (day !== null) days.add(day);
    for (const check of piece.checks) days.add(check.checkedOn);
  }
  for (const body of facts.bodies) {
    for (const day of [body.lastActivityOn, body.reelectionGroupOn, body.membersChangedOn])
      if (day !== null) days.add(day);
  }
  for (const claim of [...facts.serviceClaims, ...facts.bodyClaims]) days.add(claim.asOf);
  return [...days].sort();
}

function judgeOn(input: HistoryInput, day: Day): CompoundVerdicts {
  const on = input.thresholdsOn(day);
  const lastSignOn = input.signDays.findLast((sign) => sign <= day) ?? null;
  const facts = { ...input.facts, services: input.facts.services.map((service) => ({ ...service, lastSignOn })) };
  const company = (id: string): CompanyFacts =>
    input.companies.find((each) => each.id === id) ?? { id, party: [], partyClaims: [] };
  return judgeCompound(facts, (id) => judgeCompany(company(id), on), on);
}

/** The days on which the verdicts on a compound changed, judged from the facts as they are known, oldest first. */
export function historyOf(input: HistoryInput): readonly StateChange[] {
  const events = eventDays(input.facts, input.companies, input.signDays);
  const changes: StateChange[] = [];
  const last = new Map<Target, State>();
  let day: Day | null = input.from;
  for (let count = 0; day !== null && day <= input.to && count < MOST_DAYS; count += 1) {
    const today: Day = day;
    const verdicts = judgeOn(input, today);
    for (const target of COMPOUND_TARGETS) {
      const { state } = verdicts[target];
      const before = last.get(target) ?? null;
      if (before !== state) changes.push({ day: today, target, from: before, to: state });
      last.set(target, state);
    }
    const byItself = COMPOUND_TARGETS.map((target) => verdicts[target].nextChangeOn);
    day = nextOf([...byItself, events.find((event) => event > today) ?? null]);
  }
  return changes;
}
