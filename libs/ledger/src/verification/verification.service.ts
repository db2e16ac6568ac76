import { Injectable } from '@nestjs/common';
import type { Bilingual } from '#libs/kernel';
import { Database, eachRow, fillTemplate, rowsOf, type Row } from '#libs/platform';
import { LogCheck } from '#libs/transparency';
import type { EntityManager } from 'typeorm';
import type { LedgerBook } from '../books/ledger-book.entity.js';
import { ENTRY_LEAVES, type EntryLeaf } from '../entries/entry-leaves.js';
import { MATCH_CHECKS } from './matches.queries.js';
import { BOOK_CHECKS, LOST_ENTRIES, SEALED_ENTRIES, UNSEALED_ENTRIES, type BookCheck } from './verification.queries.js';

/** What was looked at, and the first fault; null when all holds. */
export interface Verification {
  readonly entries: number;
  readonly lines: number;
  /** Entries whose leaf in the log was found to speak for them. */
  readonly sealed: number;
  readonly logSize: number;
  readonly fault: Bilingual | null;
}

const COUNTS = `
  SELECT (SELECT count(*) FROM ledger_entry WHERE city_id = $1 AND book_id = $2)::text,
    (SELECT count(*) FROM ledger_line WHERE city_id = $1 AND book_id = $2)::text`;

/**
 * The planner is told the truth about whole tables, not about single rows; helpers of a query would each put together
 * all that a walk compares with.
 */
const WHOLE = `SET LOCAL enable_nestloop = off; SET LOCAL work_mem = '128MB';
  SET LOCAL max_parallel_workers_per_gather = 0`;

/** 核验: walks every entry, balance, key and match of a book, and the log that speaks for it; changes nothing. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly database: Database,
    private readonly log: LogCheck,
  ) {}

  async verify(book: LedgerBook): Promise<Verification> {
    return this.database.snapshot(book, async (manager) => {
      await manager.query(WHOLE);
      const [counts] = await rowsOf(manager, { text: COUNTS, values: [book.cityId, book.id] });
      const told = { entries: Number(counts?.[0]), lines: Number(counts?.[1]) };
      const fault = await firstOf(manager, book, [...BOOK_CHECKS, ...MATCH_CHECKS]);
      if (fault) return { ...told, sealed: 0, logSize: 0, fault };
      return { ...told, ...(await this.leavesOf(manager, book)) };
    });
  }

  private async leavesOf(
    manager: EntityManager,
    book: LedgerBook,
  ): Promise<Pick<Verification, 'sealed' | 'logSize' | 'fault'>> {
    const log = await this.log.read(manager, book.cityId);
    if (log.fault) return { sealed: 0, logSize: log.size, fault: log.fault };
    let sealed = 0;
    let wrong: string | null = null;
    const take = (row: Row): void => {
      const [id, number, key, inputHash, day, recordedAt, by, salt, leaf] = row as string[];
      const said = { id, book: book.id, number, key, inputHash, day, recordedAt, by } as EntryLeaf;
      sealed += 1;
      if (log.leafHashOf(ENTRY_LEAVES, salt ?? '', said) !== leaf) wrong ??= number ?? '';
    };
    await eachRow(manager, { text: SEALED_ENTRIES, values: [book.cityId, book.id] }, take);
    const found = (fault: Bilingual | null): Pick<Verification, 'sealed' | 'logSize' | 'fault'> => {
      return { sealed, logSize: log.size, fault };
    };
    if (wrong !== null) {
      return found({
        zh: `第 ${wrong as string} 号分录与透明日志中的叶不符。`,
        en: `entry ${wrong as string} is not what its leaf in the log speaks for.`,
      });
    }
    const settled = log.settledBefore[ENTRY_LEAVES] ?? '0';
    return found(
      await firstOf(manager, book, [
        {
          faults: {
            lost: { zh: '透明日志第 {at} 叶所记的分录已不在账上。', en: 'the entry of leaf {at} of the log is gone.' },
          },
          text: `${LOST_ENTRIES.replace('l.city_id = $1', 'l.city_id = $1 AND $2::uuid IS NOT NULL')}`,
        },
        {
          faults: {
            unsealed: { zh: '第 {at} 号分录没有封存到透明日志。', en: 'entry {at} was never sealed in the log.' },
          },
          text: UNSEALED_ENTRIES.replace('$3', `'${BigInt(settled)}'`),
        },
      ]),
    );
  }
}

async function firstOf(
  manager: EntityManager,
  book: LedgerBook,
  checks: readonly BookCheck[],
): Promise<Bilingual | null> {
  for (const { faults, text } of checks) {
    const [row] = await rowsOf(manager, { text, values: [book.cityId, book.id] });
    if (!row) continue;
    const [at, kind = ''] = row as string[];
    const said = faults[kind] as Bilingual;
    return { zh: fillTemplate(said.zh, { at }), en: fillTemplate(said.en, { at }) };
  }
  return null;
}
