import type { Day } from '#libs/kernel';
import { changedFields, sameValue, type CompoundFacts, type DatedFacts, type FactField } from './compound-facts.js';

/** A version to be written in place of one that no longer says the truth. */
export interface NextVersion<T extends DatedFacts> {
  readonly facts: CompoundFacts;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  /** The version that it continues: what was known keeps its source and reason. */
  readonly of: T;
  /** Whether it carries the change, or only the rest of a version that was cut. */
  readonly changed: boolean;
}

/** What a change does to the history as it is known now. */
export interface VersionPlan<T extends DatedFacts> {
  readonly fields: readonly FactField[];
  readonly ends: readonly T[];
  readonly begins: readonly NextVersion<T>[];
}

const NOTHING = { fields: [], ends: [], begins: [] } as const;

function pick(patch: Partial<CompoundFacts>, fields: readonly FactField[]): Partial<CompoundFacts> {
  return Object.fromEntries(fields.map((field) => [field, patch[field]])) as Partial<CompoundFacts>;
}

/** A change before the first version: the compound was there earlier than had been known. */
function planEarlier<T extends DatedFacts>(first: T, patch: Partial<CompoundFacts>, from: Day): VersionPlan<T> {
  const begins = [
    { facts: { ...first, ...patch }, validFrom: from, validTo: first.validFrom, of: first, changed: true },
  ];
  return { fields: changedFields(first, patch), ends: [], begins };
}

/**
 * Plans a change of facts from a day on. The version of that day is cut there; versions after it take the change for
 * every value that they had merely carried over, and keep the values that were set for them.
 * @param history the versions known now, by day, without overlap
 */
export function planChange<T extends DatedFacts>(
  history: readonly T[],
  patch: Partial<CompoundFacts>,
  from: Day,
): VersionPlan<T> {
  const first = history[0];
  if (!first) return NOTHING;
  if (from < first.validFrom) return planEarlier(first, patch, from);
  const index = history.findIndex((version) => version.validTo === null || version.validTo > from);
  const current = history[index];
  if (!current) return NOTHING;
  const fields = changedFields(current, patch);
  if (fields.length === 0) return NOTHING;
  const ends: T[] = [current];
  const begins: NextVersion<T>[] = [];
  if (current.validFrom < from) {
    begins.push({ facts: current, validFrom: current.validFrom, validTo: from, of: current, changed: false });
  }
  const facts = { ...current, ...pick(patch, fields) };
  begins.push({ facts, validFrom: from, validTo: current.validTo, of: current, changed: true });
  let carried = fields;
  for (const later of history.slice(index + 1)) {
    carried = carried.filter((field) => sameValue(later[field], current[field]));
    if (carried.length === 0) break;
    ends.push(later);
    const { validFrom, validTo } = later;
    begins.push({ facts: { ...later, ...pick(patch, carried) }, validFrom, validTo, of: later, changed: true });
  }
  return { fields, ends, begins };
}
