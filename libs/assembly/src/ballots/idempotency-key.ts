import { DomainError } from '#libs/kernel';

const KEY = /^[\x21-\x7e]{8,100}$/;

/** The key under which a ballot is sent, however often. @throws DomainError `ballot.key-missing` */
export function requireKey(key: string | undefined): string {
  if (key === undefined || !KEY.test(key)) throw new DomainError('ballot.key-missing');
  return key;
}
