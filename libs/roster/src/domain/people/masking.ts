import { maskedName } from '#libs/kernel';
import type { OwnerKind } from './owner-kind.js';

/** An owner's name for the screen: that of a person is masked, that of an organisation is public. */
export function shownName(name: string, kind: OwnerKind): string {
  return kind === 'person' ? maskedName(name) : name;
}

/** The first four and the last four signs, never more: 1405**********1234. */
export function maskedIdNumber(number: string): string {
  if (number.length < 12) return `${number.slice(0, 1)}******${number.slice(-1)}`;
  return `${number.slice(0, 4)}${'*'.repeat(number.length - 8)}${number.slice(-4)}`;
}
