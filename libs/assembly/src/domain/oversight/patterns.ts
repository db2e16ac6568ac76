import { ruleValueOn, type RulePack } from '#libs/law';
import type { Day } from '#libs/kernel';

/** From which numbers on something is pointed out; a city lays down its own. */
const KEYS = {
  sameOrigin: 'assembly.unusual.same-origin.times',
  sameOriginMinutes: 'assembly.unusual.same-origin.minutes',
  secondsPerSlip: 'assembly.unusual.keying.seconds',
  atNight: 'assembly.unusual.night.times',
  oneWitness: 'assembly.unusual.witness.times',
  bindings: 'assembly.unusual.bindings.times',
  slips: 'assembly.unusual.slips.times',
} as const;

export type PatternLimits = Readonly<Record<keyof typeof KEYS, number>>;

export function patternLimitsOn(pack: RulePack, day: Day): PatternLimits {
  const entries = Object.entries(KEYS).map(([name, key]) => [name, ruleValueOn(pack, key, day).value]);
  return Object.fromEntries(entries) as PatternLimits;
}

export const PATTERN_CODES = [
  'same-origin',
  'fast-keying',
  'at-night',
  'one-witness',
  'late-bindings',
  'slips-reissued',
] as const;

export type PatternCode = (typeof PATTERN_CODES)[number];

/** 异常提示: something worth a look, with how often and when. It says nothing about anybody's choice, and judges nobody. */
export interface Pattern {
  readonly code: PatternCode;
  readonly count: number;
  /** The mark of a device's network, a witness, a batch: whatever it is about. */
  readonly about: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  /** The number from which on it is pointed out. */
  readonly limit: number;
}

/** What patterns are looked for in; no answer is among it. */
export interface PatternFacts {
  /** Ballots by phone, in the order in which they were cast; the mark of the network, null where none is known. */
  readonly byPhone: readonly { readonly origin: string | null; readonly at: Date }[];
  /** Second keyings: how long after the first one they were there. */
  readonly keyings: readonly { readonly batch: string; readonly slips: number; readonly seconds: number }[];
  /** Ballots by hour of Shanghai, from midnight to five. */
  readonly nights: readonly { readonly hour: Date; readonly ballots: number }[];
  readonly witnesses: readonly { readonly name: string; readonly ballots: number }[];
  readonly lateBindings: { readonly count: number; readonly from: Date | null; readonly to: Date | null };
  /** Parties that were given another slip after one was voided. */
  readonly reissuedSlips: number;
}

interface Burst {
  readonly count: number;
  readonly from: Date;
  readonly to: Date;
}

/** The most that came from one place within so many minutes. */
function largestBurst(instants: readonly Date[], minutes: number): Burst | null {
  let best: Burst | null = null;
  let first = 0;
  for (const [last, to] of instants.entries()) {
    while (to.getTime() - (instants[first] as Date).getTime() > minutes * 60_000) first += 1;
    const count = last - first + 1;
    if (best === null || count > best.count) best = { count, from: instants[first] as Date, to };
  }
  return best;
}

function sameOrigin({ byPhone }: PatternFacts, limits: PatternLimits): readonly Pattern[] {
  const origins = new Map<string, Date[]>();
  for (const { origin, at } of byPhone) if (origin !== null) origins.set(origin, [...(origins.get(origin) ?? []), at]);
  return [...origins].flatMap(([about, instants]) => {
    const burst = largestBurst(instants, limits.sameOriginMinutes);
    if (!burst || burst.count < limits.sameOrigin) return [];
    return { code: 'same-origin' as const, about, ...burst, limit: limits.sameOrigin };
  });
}

const NOWHEN = { from: null, to: null } as const;

/** Everything that is worth a look, in one order whatever the facts' order. */
export function patternsIn(facts: PatternFacts, limits: PatternLimits): readonly Pattern[] {
  const { keyings, nights, witnesses, lateBindings, reissuedSlips } = facts;
  return [
    ...sameOrigin(facts, limits),
    ...keyings
      .filter(({ slips, seconds }) => slips > 0 && seconds < slips * limits.secondsPerSlip)
      .map(({ batch, slips }) => ({
        ...{ code: 'fast-keying' as const, about: batch, count: slips, ...NOWHEN, limit: limits.secondsPerSlip },
      })),
    ...nights
      .filter(({ ballots }) => ballots >= limits.atNight)
      .map(({ hour, ballots }) => ({
        ...{ code: 'at-night' as const, about: null, count: ballots, from: hour, limit: limits.atNight },
        to: new Date(hour.getTime() + 3_600_000),
      })),
    ...witnesses
      .filter(({ ballots }) => ballots >= limits.oneWitness)
      .map(({ name, ballots }) => ({
        ...{ code: 'one-witness' as const, about: name, count: ballots, ...NOWHEN, limit: limits.oneWitness },
      })),
    ...(lateBindings.count >= limits.bindings
      ? [{ code: 'late-bindings' as const, about: null, ...lateBindings, limit: limits.bindings }]
      : []),
    ...(reissuedSlips >= limits.slips
      ? [{ code: 'slips-reissued' as const, about: null, count: reissuedSlips, ...NOWHEN, limit: limits.slips }]
      : []),
  ];
}
