import { DomainError } from '#libs/kernel';
import { isIdempotencyKey } from '#libs/platform';

/** @throws DomainError `ledger.key-missing` */
export function requireKey(key: string | undefined): string {
  if (!isIdempotencyKey(key)) throw new DomainError('ledger.key-missing');
  return key;
}
