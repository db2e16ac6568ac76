import { isWhole, parseFraction, sumOf, type Fraction } from './fraction.js';

/**
 * How the owners of one unit hold it: one alone; several without shares (共同共有, or shares that nobody told); several
 * by shares that make up the whole (按份共有); or by shares that do not, which is said and never mended by guessing.
 */
export type SharesState = 'none' | 'sole' | 'undivided' | 'complete' | 'incomplete';

/** @param shares one per owner, null where none is told */
export function sharesState(shares: readonly (Fraction | null)[]): SharesState {
  if (shares.length === 0) return 'none';
  const told = shares.filter((share) => share !== null);
  if (told.length === 0) return shares.length === 1 ? 'sole' : 'undivided';
  const sum = told.length === shares.length ? sumOf(told) : null;
  if (sum === null || !isWhole(sum)) return 'incomplete';
  return shares.length === 1 ? 'sole' : 'complete';
}

/** 共同共有 and its like: the owners hold the unit together, without shares. */
const WITHOUT_SHARES = /^(?:共同共有|共有|共同|单独所有|单独|全部|全额|独有)$/;

/** What a cell says of a share: the fraction, null for a unit held without shares, `unreadable` otherwise. */
export function readShare(written: string): Fraction | null | 'unreadable' {
  const text = written
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^按份共有:?/, '');
  if (text === '' || WITHOUT_SHARES.test(text)) return null;
  const bare = /^\d{1,3}(?:\.\d+)?$/.test(text) && Number(text) > 1;
  const found = parseFraction(text, bare ? 'percent' : 'one');
  if (found === null || found.numerator === 0 || found.numerator > found.denominator) return 'unreadable';
  return found;
}
