import { DomainError } from '#libs/kernel';
import { isIdempotencyKey } from '#libs/platform';

/** The key under which a ballot is sent, however often. @throws DomainError `ballot.key-missing` */
export function requireKey(key: string | undefined): string {
  if (!isIdempotencyKey(key)) throw new DomainError('ballot.key-missing');
  return key;
}
