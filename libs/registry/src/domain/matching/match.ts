import { metresBetween, type Point } from './distance.js';
import { normaliseName, plainSpelling, type NormalisedName } from './normalise-name.js';

/** One compound as one list tells it. */
export interface ListedCompound {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly point: Point | null;
}

export type MatchReasonCode =
  | 'equal-name'
  | 'same-name'
  | 'same-core'
  | 'name-contained'
  | 'similar-name'
  | 'equal-address'
  | 'near'
  | 'far'
  | 'part-differs'
  | 'part-on-one-side';

/** Why two rows were taken for one compound, or what speaks against it; points are out of 100. */
export interface MatchReason {
  readonly code: MatchReasonCode;
  readonly points: number;
  /** Distance in whole metres, for `near` and `far`. */
  readonly metres?: number;
}

export interface Match {
  readonly left: string;
  readonly right: string;
  /** 0–100; from {@link PROPOSE_FROM} a pair is shown to people. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

export const PROPOSE_FROM = 60;
/** A part of a development is never the other part, however near and alike the names. */
const CAP_WHEN_PARTS_DIFFER = 40;
/** Words shared by more rows than this tell nothing, and would make the search quadratic. */
const COMMON_WORD = 120;
/** About 500 m, so that the nine cells around a point hold everything nearer than that. */
const CELL_DEGREES = 0.005;
const DISTANCES: readonly (readonly [metres: number, points: number])[] = [
  [100, 30],
  [300, 25],
  [800, 15],
  [2_000, 5],
  [10_000, -25],
];
const FAR_AWAY = -50;

interface Prepared extends ListedCompound {
  readonly spelling: string;
  readonly normal: NormalisedName;
  readonly addressSpelling: string;
  readonly pairs: readonly string[];
}

function letterPairs(text: string): string[] {
  const letters = [...text];
  if (letters.length === 1) return letters;
  return [...new Set(letters.slice(1).map((letter, index) => (letters[index] as string) + letter))];
}

function prepare(row: ListedCompound): Prepared {
  const normal = normaliseName(row.name);
  const addressSpelling = row.address === null ? '' : plainSpelling(row.address);
  return { ...row, normal, addressSpelling, spelling: plainSpelling(row.name), pairs: letterPairs(normal.core) };
}

/** Dice's coefficient of the two sets of letter pairs. */
function likeness(left: readonly string[], right: readonly string[]): number {
  const shared = left.filter((pair) => right.includes(pair)).length;
  return (2 * shared) / (left.length + right.length);
}

function nameReason(a: Prepared, b: Prepared): MatchReason | null {
  if (a.spelling === b.spelling) return { code: 'equal-name', points: 75 };
  if (a.normal.key === b.normal.key) return { code: 'same-name', points: 70 };
  if (a.normal.core === b.normal.core) return { code: 'same-core', points: 55 };
  const [short, long] = [a.normal.core, b.normal.core].sort((x, y) => x.length - y.length) as [string, string];
  if (short.length >= 2 && long.includes(short)) return { code: 'name-contained', points: 45 };
  const like = likeness(a.pairs, b.pairs);
  return like >= 0.5 ? { code: 'similar-name', points: Math.round(like * 50) } : null;
}

function distanceReason(a: Point, b: Point): MatchReason {
  const metres = Math.round(metresBetween(a, b));
  const points = DISTANCES.find(([limit]) => metres <= limit)?.[1] ?? FAR_AWAY;
  return { code: points > 0 ? 'near' : 'far', points, metres };
}

function compare(a: Prepared, b: Prepared): Omit<Match, 'left' | 'right'> {
  const name = nameReason(a, b);
  const reasons: MatchReason[] = name ? [name] : [];
  if (a.point && b.point) reasons.push(distanceReason(a.point, b.point));
  if (a.addressSpelling !== '' && a.addressSpelling === b.addressSpelling)
    reasons.push({ code: 'equal-address', points: 10 });
  let most = 100;
  if (a.normal.part !== b.normal.part) {
    const both = a.normal.part !== '' && b.normal.part !== '';
    reasons.push(both ? { code: 'part-differs', points: 0 } : { code: 'part-on-one-side', points: -15 });
    if (both) most = CAP_WHEN_PARTS_DIFFER;
  }
  const sum = reasons.reduce((total, reason) => total + reason.points, 0);
  return { score: Math.max(0, Math.min(most, sum)), reasons };
}

/** How likely two rows of two lists mean one compound, and why; the order of the two does not matter. */
export function compareListed(left: ListedCompound, right: ListedCompound): Omit<Match, 'left' | 'right'> {
  return compare(prepare(left), prepare(right));
}

function cellsAround(point: Point, reach: number): string[] {
  const [x, y] = [Math.floor(point.longitude / CELL_DEGREES), Math.floor(point.latitude / CELL_DEGREES)];
  const cells: string[] = [];
  for (let dx = -reach; dx <= reach; dx += 1)
    for (let dy = -reach; dy <= reach; dy += 1) cells.push(`@${x + dx},${y + dy}`);
  return cells;
}

/** Words under which a row is found: its names, the letter pairs of its core, and its place on the map. */
function wordsOf(row: Prepared, reach: number): string[] {
  const names = [`=${row.spelling}`, `:${row.normal.key}`, `~${row.normal.core}`, ...row.pairs];
  return row.point ? [...names, ...cellsAround(row.point, reach)] : names;
}

function indexByWord(rows: readonly Prepared[]): ReadonlyMap<string, readonly Prepared[]> {
  const index = new Map<string, Prepared[]>();
  for (const row of rows) {
    for (const word of wordsOf(row, 0)) {
      const found = index.get(word);
      if (found) found.push(row);
      else index.set(word, [row]);
    }
  }
  return index;
}

/**
 * Proposes which rows of two lists mean the same compound, at most one partner for each row: the best pair first, then
 * the best of what is left. Sorted by score, ties by id, so that the order of the lists does not matter.
 */
export function proposeMatches(left: readonly ListedCompound[], right: readonly ListedCompound[]): readonly Match[] {
  const index = indexByWord(right.map(prepare));
  const found: Match[] = [];
  for (const row of left.map(prepare)) {
    const candidates = new Set<Prepared>();
    for (const word of wordsOf(row, 1)) {
      const rows = index.get(word) ?? [];
      if (rows.length <= COMMON_WORD) for (const other of rows) candidates.add(other);
    }
    for (const other of candidates) {
      const compared = compare(row, other);
      if (compared.score >= PROPOSE_FROM) found.push({ left: row.id, right: other.id, ...compared });
    }
  }
  found.sort((a, b) => b.score - a.score || (a.left < b.left ? -1 : a.left > b.left ? 1 : a.right < b.right ? -1 : 1));
  const taken = new Set<string>();
  return found.filter((match) => {
    if (taken.has(`l${match.left}`) || taken.has(`r${match.right}`)) return false;
    taken.add(`l${match.left}`).add(`r${match.right}`);
    return true;
  });
}
