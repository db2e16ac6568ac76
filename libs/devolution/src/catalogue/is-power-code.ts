import { said } from '#libs/platform';
import { Matches } from 'class-validator';

/** How the code of a power is written. */
export const POWER_CODE = /^WY-\d{2}$/;

/** A field, or with `each` every item of one, that names a power by its code. */
export function IsPowerCode(options: { readonly each?: boolean } = {}): PropertyDecorator {
  return Matches(POWER_CODE, { ...options, ...said('应为 WY-01 至 WY-21', 'must be WY-01 to WY-21') });
}
