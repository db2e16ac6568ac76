import type { Day } from '#libs/kernel';
import type { Delegation, Moment } from './delegation.js';

/** 20261127 for 2026-11-27, since numbers are compared much quicker than words. */
type DayNumber = number;

function numberOf(day: Day): DayNumber {
  let digits = 0;
  for (let n = 0; n < day.length; n += 1) if (day[n] !== '-') digits = digits * 10 + day.charCodeAt(n) - ZERO;
  return digits;
}

const ZERO = '0'.charCodeAt(0);

/** 授权链: a delegation with all it rests on, told as one: it is in force where, when and for what every link is. */
export interface Chain {
  /** From the origin's delegation to the one of the body in question. */
  readonly links: readonly Delegation[];
  readonly own: Delegation;
  readonly areaPath: string;
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
  /** Milliseconds since 1970: the last signature, and the first end. */
  readonly begins: number;
  readonly ends: number;
  readonly amountLimitFen: bigint | null;
}

const FOREVER = '9999-12-31';

function smaller(one: bigint | null, other: bigint | null): bigint | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** @param links at least one */
export function chainOf(links: readonly Delegation[]): Chain {
  const own = links.at(-1) as Delegation;
  return {
    links,
    own,
    areaPath: own.areaPath,
    firstDay: Math.max(...links.map(({ effectiveFrom }) => numberOf(effectiveFrom))),
    lastDay: Math.min(...links.map(({ effectiveTo }) => numberOf(effectiveTo ?? FOREVER))),
    begins: Math.max(...links.map(({ acceptedAt }) => acceptedAt ?? Infinity)),
    ends: Math.min(...links.map(({ endedAt }) => endedAt ?? Infinity)),
    amountLimitFen: links.map((link) => link.amountLimitFen).reduce(smaller, null),
  };
}

/** What is asked of a chain. */
export interface Use extends Moment {
  /** The path of the place, an area or the area of a compound. */
  readonly placePath: string;
  /** The amount of the act in fen, or null when it has none. */
  readonly amountFen: bigint | null;
}

/** The first chain that is in force for what is asked, or null. */
export function inForce(chains: readonly Chain[], { on, at, placePath, amountFen }: Use): Chain | null {
  const day = numberOf(on);
  for (const chain of chains) {
    if (day < chain.firstDay || day > chain.lastDay || at < chain.begins || at >= chain.ends) continue;
    if (placePath.startsWith(chain.areaPath) && !exceeds(amountFen, chain.amountLimitFen)) return chain;
  }
  return null;
}

function exceeds(amountFen: bigint | null, limitFen: bigint | null): boolean {
  return amountFen !== null && limitFen !== null && amountFen > limitFen;
}
