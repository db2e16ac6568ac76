import { dayInShanghai, type Day } from '#libs/kernel';
import type { RulePack } from '#libs/law';
import type { LedgerBook } from '#libs/ledger';
import type { EntityManager } from 'typeorm';
import { correctionOf, differencesOf } from '../domain/disclosure/corrections.js';
import { maskedText } from '../domain/masked-words.js';
import { spendingsOf } from '../money-in/gifts.queries.js';
import { hiddenIn } from '../public/public-spending.dto.js';
import type { CorrectingEntry, PublicCorrection } from './corrections.dto.js';
import type { DisclosurePublication } from './disclosure-publication.entity.js';
import type { FundStatement } from './statement.dto.js';

const SHOWN = 100;

/** Entries of the days up to the end of the period that a publication does not know of, and another statement does. */
const CHANGES = `
  SELECT e.id, e.number::text, e.day::text, e.memo, e.reverses, e.recorded_at AS "recordedAt",
    count(*) OVER ()::int AS "inAll"
  FROM ledger_entry e WHERE e.city_id = $1 AND e.book_id = $2 AND e.day <= $3 AND e.number > $4 AND e.number <= $5
  ORDER BY e.number LIMIT ${SHOWN}`;

interface ChangeRow {
  readonly id: string;
  readonly number: string;
  readonly day: Day;
  readonly memo: string;
  readonly reverses: string | null;
  readonly recordedAt: Date;
  readonly inAll: number;
}

/** Since when the latest publication of each period is not what the books say any more. */
const OUTDATED = `
  SELECT p.period, min(e.recorded_at) AS since
  FROM (SELECT DISTINCT ON (d.period) d.* FROM disclosure_publication d WHERE d.city_id = $1 AND d.book_id = $2
    ORDER BY d.period, d.id DESC) p
  JOIN ledger_entry e ON e.city_id = p.city_id AND e.book_id = p.book_id AND e.number > p.last_entry
    AND e.day <= p.to_day
  GROUP BY p.period`;

/** Periods that are published and changed since, each with the day of the first change. */
export async function outdatedPeriods(
  manager: EntityManager,
  { cityId, id }: LedgerBook,
): Promise<ReadonlyMap<string, Day>> {
  const rows = await manager.query<{ period: string; since: Date }[]>(OUTDATED, [cityId, id]);
  return new Map(rows.map(({ period, since }) => [period, dayInShanghai(since)]));
}

/** What people are named in an entry that paid for a project, or took such a payment back, is masked. */
async function told(
  manager: EntityManager,
  cityId: number,
  rows: readonly ChangeRow[],
): Promise<readonly CorrectingEntry[]> {
  const ids = rows.flatMap(({ id, reverses }) => (reverses === null ? [id] : [id, reverses]));
  const spendings = await spendingsOf(manager, cityId, ids);
  return rows.map(({ id, number, day, memo, reverses, recordedAt }) => {
    const names = spendings.filter(({ entryId }) => entryId === id || entryId === reverses).flatMap(hiddenIn);
    return { id, number, day, recordedOn: dayInShanghai(recordedAt), why: maskedText(memo, names), reverses };
  });
}

/** 更正说明 of a period: what each of its publications told otherwise than the next one, or than the books now. */
export async function correctionsOf(
  manager: EntityManager,
  { cityId, id: bookId }: LedgerBook,
  publications: readonly DisclosurePublication[],
  { now, rules, today }: { readonly now: FundStatement; readonly rules: RulePack; readonly today: Day },
): Promise<PublicCorrection[]> {
  const found: PublicCorrection[] = [];
  for (const [at, publication] of publications.entries()) {
    const next = publications[at + 1];
    const after = next ? (JSON.parse(next.statement) as FundStatement) : now;
    const { toDay, lastEntry } = publication;
    const values = [cityId, bookId, toDay, lastEntry, after.lastEntry];
    const rows = await manager.query<ChangeRow[]>(CHANGES, values);
    const [first] = rows;
    if (!first) continue;
    const since = dayInShanghai(first.recordedAt);
    found.push({
      ...correctionOf(rules, { since, publicOn: next?.onDay ?? null, today }),
      ...{ publicationId: publication.id, correctedBy: next?.id ?? null, entryCount: first.inAll },
      differences: [...differencesOf(JSON.parse(publication.statement) as FundStatement, after)],
      entries: [...(await told(manager, cityId, rows))],
    });
  }
  return found;
}
