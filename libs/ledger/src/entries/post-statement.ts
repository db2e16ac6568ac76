import { DomainError, type Principal } from '#libs/kernel';
import { rowsOf } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { LedgerBook } from '../books/ledger-book.entity.js';
import { amountText } from '../domain/amount.js';

export interface NewLine {
  readonly account: string;
  /** In the smallest unit of the book; positive is debit. */
  readonly amount: bigint;
  readonly memo: string | null;
}

/** An entry on its way into a book. A reversal brings no lines: they are those of the entry that it reverses. */
export interface ReadyEntry {
  readonly id: string;
  readonly day: string;
  readonly memo: string;
  readonly basisKind: string | null;
  readonly basis: string | null;
  readonly reverses: string | null;
  readonly holdId: string | null;
  readonly key: string;
  readonly lines: readonly NewLine[];
  readonly by: Principal['actor'];
}

export interface PostedEntry {
  readonly id: string;
  readonly number: string;
  readonly recordedAt: string;
  /** Whether this call wrote it; else it was there already, under the same key. */
  readonly isNew: boolean;
}

export type PostingAnswer = PostedEntry | DomainError;

const POST = `
  SELECT outcome, detail, id::text, number::text,
    to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  FROM ledger_post($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`;

/** What a refusal names, by the outcome that the database gave. */
function refusal(outcome: string, detail: string | null, { decimals }: Pick<LedgerBook, 'decimals'>): DomainError {
  const told = detail ?? '';
  if (outcome === 'unbalanced') return new DomainError('ledger.unbalanced', { difference: amountText(told, decimals) });
  if (outcome === 'restriction-mixed') {
    const restriction = told === '' ? { zh: '非限定', en: 'unrestricted' } : told;
    return new DomainError('ledger.restriction-mixed', { restriction });
  }
  if (outcome === 'period-closed') return new DomainError('ledger.period-closed', { month: told });
  return new DomainError(`ledger.${outcome}`, { account: told });
}

/** Posts them all by one call of the posting function; each is answered for itself, in the order given. */
export async function postAll(
  manager: EntityManager,
  book: Pick<LedgerBook, 'id' | 'decimals'>,
  entries: readonly ReadyEntry[],
): Promise<readonly PostingAnswer[]> {
  const of = <K extends keyof ReadyEntry>(name: K): readonly unknown[] => entries.map((entry) => entry[name]);
  const lines = entries.flatMap((entry) => entry.lines);
  const accounts = new Map<string, number>();
  for (const { account } of lines) if (!accounts.has(account)) accounts.set(account, accounts.size + 1);
  const values = [
    ...[book.id, of('id'), of('day'), of('memo'), of('basisKind'), of('basis'), of('reverses'), of('holdId')],
    ...[of('key'), entries.map(({ by }) => by.id), entries.map(({ by }) => by.name)],
    ...[entries.map((entry) => entry.lines.length), [...accounts.keys()]],
    ...[lines.map(({ account }) => accounts.get(account)), lines.map(({ amount }) => String(amount))],
    lines.map(({ memo }) => memo),
  ];
  const rows = await rowsOf(manager, { name: 'ledger-post', text: POST, values });
  return rows.map(([outcome, detail, id, number, recordedAt]): PostingAnswer => {
    const isNew = outcome === 'posted';
    if (!isNew && outcome !== 'known') return refusal(outcome ?? '', detail ?? null, book);
    return { id: id ?? '', number: number ?? '', recordedAt: recordedAt ?? '', isNew };
  });
}
