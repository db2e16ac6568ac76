import type { City } from '#libs/platform';
import { headText } from '#libs/tally';
import { SUITES } from '../signing/suites.js';
import type { LogHead } from './log-head.entity.js';

/** The text of a stored head, which its signature is of. */
export function textOfHead(
  { code, cryptoSuite }: Pick<City, 'code' | 'cryptoSuite'>,
  { size, root, at }: Pick<LogHead, 'size' | 'root' | 'at'>,
): string {
  return headText({ city: code, size, root, at: at.toISOString(), hash: SUITES[cryptoSuite].hashName });
}
