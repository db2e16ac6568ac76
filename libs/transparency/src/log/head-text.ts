import type { City } from '#libs/platform';
import { SUITES } from '../signing/suites.js';
import type { LogHead } from './log-head.entity.js';

/**
 * What is signed: the body of a checkpoint as witnesses of other logs read it (C2SP tlog-checkpoint): whose log, its
 * size, the root in base64, then as further lines the instant and the hash.
 */
export function headText(
  city: Pick<City, 'code' | 'cryptoSuite'>,
  { size, root, at }: Pick<LogHead, 'size' | 'root' | 'at'>,
): string {
  const lines = [originOf(city), size, root.toString('base64'), at.toISOString(), SUITES[city.cryptoSuite].hashName];
  return lines.map((line) => `${line}\n`).join('');
}

/** The name of a city's log. */
export function originOf(city: Pick<City, 'code'>): string {
  return `jiayuan/${city.code}`;
}
