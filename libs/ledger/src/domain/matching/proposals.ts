import { addDays, daysBetween, type Day } from '#libs/kernel';
import { isAlike, namesReference } from './likeness.js';
import { setsSummingTo } from './sums.js';

/** A line of the bank, money in positive. */
export interface BankLine {
  readonly id: string;
  readonly day: Day;
  readonly amount: bigint;
  readonly counterparty: string | null;
  readonly summary: string | null;
  readonly reference: string | null;
}

/** An entry by what it moved on the account of the bank. */
export interface BankEntry {
  readonly id: string;
  readonly day: Day;
  readonly amount: bigint;
  readonly memo: string;
  /** The entry that it undoes. */
  readonly reverses: string | null;
}

/** Why a line of the bank may be an entry. */
export const MATCH_REASONS = [
  'amount',
  'sum',
  'same-day',
  'near-day',
  'reference',
  'name',
  'memo',
  'by-hand',
  'entered',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** Lines and entries that may be the same money. */
export interface Proposal {
  readonly rows: readonly string[];
  readonly entries: readonly string[];
  readonly reasons: readonly MatchReason[];
  /** The most days that lie between a line and an entry. */
  readonly daysApart: number;
  /** Nothing else that is proposed speaks of any of these. */
  readonly isOnly: boolean;
}

interface Pair {
  readonly rows: readonly BankLine[];
  readonly entries: readonly BankEntry[];
}

/** How many proposals a line or an entry is given, and how many others a sum is looked for among. */
const MOST = 3;
const AMONG = 24;

const WEIGHTS: Readonly<Record<MatchReason, number>> = {
  ...{ amount: 40, sum: 0, 'same-day': 20, 'near-day': 10, reference: 60, name: 15, memo: 15 },
  ...{ 'by-hand': 0, entered: 0 },
};

const apart = (one: { readonly day: Day }, other: { readonly day: Day }): number =>
  Math.abs(daysBetween(one.day, other.day));

function mostApart({ rows, entries }: Pair): number {
  return Math.max(...rows.flatMap((row) => entries.map((entry) => apart(row, entry))));
}

/** What speaks for it that these lines are these entries; what holds for a set holds for each of it. */
export function reasonsOf(pair: Pair, within: number): readonly MatchReason[] {
  const { rows, entries } = pair;
  const all = (holds: (row: BankLine, entry: BankEntry) => boolean): boolean =>
    rows.every((row) => entries.every((entry) => holds(row, entry)));
  const days = mostApart(pair);
  return [
    rows.length + entries.length === 2 ? ('amount' as const) : ('sum' as const),
    ...(days === 0 ? ['same-day' as const] : days <= within ? ['near-day' as const] : []),
    ...(all(({ reference }, { memo }) => namesReference(reference, memo)) ? ['reference' as const] : []),
    ...(all(({ counterparty }, { memo }) => isAlike(counterparty, memo)) ? ['name' as const] : []),
    ...(all(({ summary }, { memo }) => isAlike(summary, memo)) ? ['memo' as const] : []),
  ];
}

export const sumOf = (of: readonly { readonly amount: bigint }[]): bigint =>
  of.reduce((total, { amount }) => total + amount, 0n);

/** Entries without those that were undone before the bank saw them: entry and reversal are no money together. */
export function withoutUndone<T extends Pick<BankEntry, 'id' | 'reverses'>>(entries: readonly T[]): readonly T[] {
  const here = new Set(entries.map(({ id }) => id));
  const undone = new Set(
    entries.flatMap(({ id, reverses }) => (reverses !== null && here.has(reverses) ? [id, reverses] : [])),
  );
  return entries.filter(({ id }) => !undone.has(id));
}

interface Scored extends Pair {
  readonly reasons: readonly MatchReason[];
  readonly score: number;
}

function scored(pair: Pair, within: number): Scored {
  const reasons = reasonsOf(pair, within);
  const score = reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0) - mostApart(pair);
  return { ...pair, reasons, score };
}

/** Those within so many days, the nearest first. */
function near<T extends { readonly day: Day }>(
  to: { readonly day: Day },
  all: readonly T[],
  within: number,
): readonly T[] {
  return all.filter((each) => apart(each, to) <= within).sort((one, other) => apart(one, to) - apart(other, to));
}

/** The same of very many, for the few that a sum is looked for among. */
function nearestOf<T extends { readonly day: Day }>(all: readonly T[], within: number): (to: Day) => readonly T[] {
  const days = new Map<Day, T[]>();
  for (const each of all) {
    const ofDay = days.get(each.day);
    if (ofDay) ofDay.push(each);
    else days.set(each.day, [each]);
  }
  return (to) => {
    const found: T[] = [];
    for (let off = 0; off <= within && found.length < AMONG; off += 1)
      for (const day of new Set([addDays(to, off), addDays(to, -off)])) found.push(...(days.get(day) ?? []));
    return found.slice(0, AMONG);
  };
}

function byAmount<T extends { readonly amount: bigint }>(all: readonly T[]): ReadonlyMap<bigint, readonly T[]> {
  const groups = new Map<bigint, T[]>();
  for (const each of all) {
    const group = groups.get(each.amount);
    if (group) group.push(each);
    else groups.set(each.amount, [each]);
  }
  return groups;
}

/**
 * Which lines of the bank may be which entries, each with its reasons, what has more of them first: the same amount in
 * the same direction, within so many days; where a line has no entry of its amount, several that sum to it, and the
 * same for an entry that the bank moved in parts. Nothing is decided by it.
 */
export function proposals(
  rows: readonly BankLine[],
  entries: readonly BankEntry[],
  within: number,
): readonly Proposal[] {
  const entriesOf = byAmount(entries);
  const single = rows.flatMap((row) => {
    const pairs = near(row, entriesOf.get(row.amount) ?? [], within).map((entry) => ({
      rows: [row],
      entries: [entry],
    }));
    return best(pairs, within);
  });
  const taken = new Set(single.flatMap(idsOf));
  const [openRows, openEntries] = [rows.filter(({ id }) => !taken.has(id)), entries.filter(({ id }) => !taken.has(id))];
  const [nearRows, nearEntries] = [nearestOf(openRows, within), nearestOf(openEntries, within)];
  const gathered = openRows.flatMap((row) => {
    const sets = setsSummingTo(row.amount, nearEntries(row.day), MOST);
    return best(
      sets.map((set) => ({ rows: [row], entries: set })),
      within,
    );
  });
  const parted = openEntries.flatMap((entry) => {
    const sets = setsSummingTo(entry.amount, nearRows(entry.day), MOST);
    return best(
      sets.map((set) => ({ rows: set, entries: [entry] })),
      within,
    );
  });
  return told([...single, ...gathered, ...parted]);
}

const byScore = (one: Scored, other: Scored): number => other.score - one.score;
const idsOf = ({ rows, entries }: Pair): readonly string[] => [...rows, ...entries].map(({ id }) => id);

function best(pairs: readonly Pair[], within: number): readonly Scored[] {
  return pairs
    .map((pair) => scored(pair, within))
    .sort(byScore)
    .slice(0, MOST);
}

function told(found: readonly Scored[]): readonly Proposal[] {
  const times = new Map<string, number>();
  for (const id of found.flatMap(idsOf)) times.set(id, (times.get(id) ?? 0) + 1);
  return found.toSorted(byScore).map((pair) => ({
    rows: pair.rows.map(({ id }) => id),
    entries: pair.entries.map(({ id }) => id),
    reasons: pair.reasons,
    daysApart: mostApart(pair),
    isOnly: idsOf(pair).every((id) => times.get(id) === 1),
  }));
}
