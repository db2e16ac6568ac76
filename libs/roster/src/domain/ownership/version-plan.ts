import type { Day } from '#libs/kernel';

/** What held true on the days `validFrom` to before `validTo`. */
export interface Dated {
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

/** What is written in place of versions that no longer say the truth; `of` is the version whose rest it is. */
export interface NextDated<F, V> extends Dated {
  readonly facts: F | null;
  readonly of: V | null;
}

export interface DatedPlan<F, V> {
  readonly ends: readonly V[];
  readonly begins: readonly NextDated<F, V>[];
}

/**
 * Facts hold from a day on, until the next version that is known. The version of that day is cut there and keeps its
 * days before; what is known of later days stays. Nothing is overwritten: ended rows remain with what they said.
 * @param history the versions known now, by day, without overlap
 */
export function planFrom<F, V extends Dated>(history: readonly V[], facts: F, from: Day): DatedPlan<F, V> {
  const current = history.find((each) => each.validFrom <= from && (each.validTo === null || each.validTo > from));
  if (!current) {
    const next = history.find((each) => each.validFrom > from);
    return { ends: [], begins: [{ facts, validFrom: from, validTo: next?.validFrom ?? null, of: null }] };
  }
  const { validFrom, validTo } = current;
  const rest: NextDated<F, V>[] = validFrom < from ? [{ facts: null, validFrom, validTo: from, of: current }] : [];
  return { ends: [current], begins: [...rest, { facts, validFrom: from, validTo, of: null }] };
}

/** The version that holds on a day. */
export function onDay<V extends Dated>(history: readonly V[], day: Day): V | undefined {
  return history.find((each) => each.validFrom <= day && (each.validTo === null || each.validTo > day));
}
