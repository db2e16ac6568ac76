import { truncatedRate } from '#libs/kernel';
import type { AreaCoverage, Basis, Coverage, Target, TargetCount } from '../../api/types.js';

/** How many are missing on a basis until everything is covered. */
export function gapOf(target: TargetCount, basis: Basis): number {
  return target.denominator - target.bases[basis].numerator;
}

/**
 * How many more are needed to reach the required rate: whole subjects, counted in hundredths of a percent so that
 * no float decides. Zero when it is reached.
 */
export function stillNeeded(target: TargetCount, basis: Basis): number | null {
  if (!target.required) return null;
  const required = Number(target.required.rate.replace('.', ''));
  const wanted = Math.ceil((target.denominator * required) / 10_000);
  return Math.max(wanted - target.bases[basis].numerator, 0);
}

/** One area on one target, as a tile and a line of the ranking show it. */
export interface Placed {
  readonly code: string;
  readonly name: string;
  readonly rate: string | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly gap: number;
  /** Not an area below but what lies in none of them. */
  readonly isDirectly?: boolean;
}

/**
 * What lies in an area itself and in none below it, as one more place among those below: the compounds that are not
 * placed. Companies have no such place, for one and the same firm may be counted in many.
 * @returns null when everything lies in an area below
 */
export function directlyIn(coverage: Coverage, name: string, on: { target: Target; basis: Basis }): Placed | null {
  const own = placedOf(coverage, on.target, on.basis);
  const below = coverage.children.map((child) => placedOf(child, on.target, on.basis));
  const rest = (count: (place: Placed) => number): number =>
    below.reduce((left, place) => left - count(place), count(own));
  const denominator = rest((place) => place.denominator);
  if (on.target === 'C4A' || denominator <= 0) return null;
  const numerator = rest((place) => place.numerator);
  const rate = truncatedRate(numerator, denominator);
  return { code: own.code, name, rate, numerator, denominator, gap: denominator - numerator, isDirectly: true };
}

export function placedOf({ area, targets }: AreaCoverage, target: Target, basis: Basis): Placed {
  const found = targets.find(({ code }) => code === target);
  const { code, name } = area;
  if (!found) return { code, name, rate: null, numerator: 0, denominator: 0, gap: 0 };
  const { numerator, rate } = found.bases[basis];
  return { code, name, rate, numerator, denominator: found.denominator, gap: gapOf(found, basis) };
}

/** Who is furthest behind comes first; a place without subjects last; equals by the larger gap, then by code. */
export function ranked(places: readonly Placed[]): readonly Placed[] {
  const share = ({ rate }: Placed): number => (rate === null ? Infinity : Number(rate));
  return [...places].sort((a, b) => share(a) - share(b) || b.gap - a.gap || a.code.localeCompare(b.code));
}

/** The least percentage of each step of the colour scale, best first. */
const STEPS = [
  { step: 4, least: 100 },
  { step: 3, least: 95 },
  { step: 2, least: 90 },
  { step: 1, least: 80 },
] as const;

/** The step of the colour scale: 4 is complete, 0 is far behind, null has nothing to count. */
export function stepOf(rate: string | null): number | null {
  if (rate === null) return null;
  return STEPS.find(({ least }) => Number(rate) >= least)?.step ?? 0;
}
