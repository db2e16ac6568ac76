import { base64Of } from '../board/base64.js';

/** What a head says: whose tree, how large, its root, from when, and hashed by what. */
export interface HeadWords {
  /** Code of the city. */
  readonly city: string;
  readonly size: number | string;
  readonly root: Uint8Array;
  /** ISO 8601, in UTC, with milliseconds. */
  readonly at: string;
  readonly hash: string;
}

/** The name of a city's log. */
export function originOf(city: string): string {
  return `jiayuan/${city}`;
}

/**
 * What is signed: the body of a checkpoint as witnesses of other logs read it (C2SP tlog-checkpoint): whose log, its
 * size, the root in base64, then as further lines the instant and the hash.
 */
export function headText({ city, size, root, at, hash }: HeadWords): string {
  const lines = [originOf(city), size, base64Of(root), at, hash];
  return lines.map((line) => `${line}\n`).join('');
}
