import { DomainError } from '#libs/kernel';

const KEY = /^[\x21-\x7e]{8,100}$/;

/** @throws DomainError `ledger.key-missing` */
export function requireKey(key: string | undefined): string {
  if (key === undefined || !KEY.test(key)) throw new DomainError('ledger.key-missing');
  return key;
}
