import { DomainError } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { LedgerBook } from '../books/ledger-book.entity.js';

/** An account that the bank writes statements of, with everything below it: the bank knows no sub-accounts. */
export interface BankAccount {
  readonly cityId: number;
  readonly bookId: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Its own id and those of the accounts below. */
  readonly ids: readonly string[];
}

const WITH_THOSE_BELOW = `
  SELECT id, code, name FROM ledger_account WHERE city_id = $1 AND book_id = $2
    AND (code = $3 OR starts_with(code, $3 || ':')) ORDER BY code COLLATE "C"`;

/** @throws DomainError `ledger.account-not-found` */
export async function bankAccount(
  manager: EntityManager,
  { cityId, id: bookId }: Pick<LedgerBook, 'cityId' | 'id'>,
  code: string,
): Promise<BankAccount> {
  const found = await manager.query<{ id: string; code: string; name: string }[]>(WITH_THOSE_BELOW, [
    cityId,
    bookId,
    code,
  ]);
  const [account] = found;
  if (account?.code !== code) throw new DomainError('ledger.account-not-found', { account: code });
  return { cityId, bookId, ...account, ids: found.map(({ id }) => id) };
}

/** One at a time imports statements of an account, or matches its lines. */
export async function lockStatements(manager: EntityManager, accountId: string): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('statement:' || $1, 0))`, [accountId]);
}
