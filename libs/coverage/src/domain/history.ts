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

/** What was told of one compound alone, and the days on which it speaks for the one whose history is asked for. */
export interface HistoryPart {
  readonly facts: CompoundFacts;
  /** Every day with a sign of service, in order. */
  readonly signDays: readonly Day[];
  /** From the day of the merger, up to before the day on which it was undone; null where there is no such day. */
  readonly from: Day | null;
  readonly to: Day | null;
}

/** What the history of one compound is made from. */
export interface HistoryInput {
  /** The compound itself, then those that were merged into it. */
  readonly parts: readonly [HistoryPart, ...HistoryPart[]];
  readonly companies: readonly CompanyFacts[];
  readonly from: Day;
  readonly to: Day;
  readonly thresholdsOn: (day: Day) => Thresholds;
}

/** More days than a compound changes on in its life; a guard against a rule that names the same day for ever. */
const MOST_DAYS = 2000;

function eventDays({ parts, companies }: HistoryInput): readonly Day[] {
  const facts = together(parts);
  const days = new Set<Day>(parts.flatMap((part) => part.signDays));
  for (const { from, to } of parts) for (const day of [from, to]) if (day !== null) days.add(day);
  const party = [...facts.bodies.flatMap((body) => body.party), ...companies.flatMap((company) => company.party)];
  for (const piece of [...facts.services, ...facts.bodies, ...party]) {
    for (const day of [piece.effectiveFrom, piece.issuedOn, piece.filedOn]) if (day !== null) days.add(day);
    for (const check of piece.checks) days.add(check.checkedOn);
  }
  for (const body of facts.bodies) {
    for (const day of [body.lastActivityOn, body.reelectionGroupOn, body.membersChangedOn])
      if (day !== null) days.add(day);
    for (const day of [...body.meetings, ...body.memberSteps.map(({ from }) => from)]) days.add(day);
  }
  for (const claim of [...facts.serviceClaims, ...facts.bodyClaims]) days.add(claim.asOf);
  return [...days].sort();
}

/** The facts of a compound with those of the ones merged into it. */
function together(parts: HistoryInput['parts']): CompoundFacts {
  return {
    ...parts[0].facts,
    services: parts.flatMap(({ facts }) => facts.services),
    bodies: parts.flatMap(({ facts }) => facts.bodies),
    serviceClaims: parts.flatMap(({ facts }) => facts.serviceClaims),
    bodyClaims: parts.flatMap(({ facts }) => facts.bodyClaims),
  };
}

function judgeOn(input: HistoryInput, day: Day): CompoundVerdicts {
  const on = input.thresholdsOn(day);
  const [own, ...merged] = input.parts;
  const speaking = merged.filter(({ from, to }) => (from ?? day) <= day && (to === null || day < to));
  const known = together([own, ...speaking]);
  const signDays = [own, ...speaking].flatMap((part) => part.signDays.findLast((sign) => sign <= day) ?? []);
  const lastSignOn = signDays.sort().at(-1) ?? null;
  const facts = { ...known, services: known.services.map((service) => ({ ...service, lastSignOn })) };
  const company = (id: string): CompanyFacts =>
    input.companies.find((each) => each.id === id) ?? { id, party: [], partyClaims: [] };
  return judgeCompound(facts, (id) => judgeCompany(company(id), on), on);
}

/** The days on which the verdicts on a compound changed, judged from the facts as they are known, oldest first. */
export function historyOf(input: HistoryInput): readonly StateChange[] {
  const events = eventDays(input);
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
