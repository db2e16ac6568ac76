import { Injectable } from '@nestjs/common';
import { FundBooks } from '#libs/fund';
import type { Day, Principal } from '#libs/kernel';
import { MatchesQueries, MatchesService, PostingService, StatementImportService, type LedgerBook } from '#libs/ledger';
import { DemoSpending } from './demo-spending.js';
import { planFund, planStatement } from './plan/money/fund.js';

const BANK = '1002';

/** What the demo city's fund took in and used: posted as offices post, each entry once however often it is loaded. */
@Injectable()
export class DemoFund {
  constructor(
    private readonly books: FundBooks,
    private readonly posting: PostingService,
    private readonly statements: StatementImportService,
    private readonly queue: MatchesQueries,
    private readonly matches: MatchesService,
    private readonly spending: DemoSpending,
  ) {}

  /** @returns how many entries there are */
  async fill(principal: Principal, today: Day): Promise<number> {
    const book = await this.books.toKeep(principal);
    const entries = planFund(today);
    for (const entry of entries) await this.posting.post(principal, book, entry);
    await this.hearTheBank(principal, book, today);
    return entries.length;
  }

  /** A statement of the last weeks; its first line is matched, the others wait at the desk. */
  private async hearTheBank(principal: Principal, book: LedgerBook, today: Day): Promise<void> {
    const report = await this.statements.run(principal, book, { ...planStatement(today), account: BANK });
    if (report.accepted === 0) return;
    const { proposals } = await this.queue.queue(book, { account: BANK, within: 7 });
    const first = proposals.find(({ reasons }) => reasons.includes('name') || reasons.includes('memo'));
    if (first) await this.matches.match(principal, book, { ...first, account: BANK, note: null });
  }

  /** Once there are people who take part. @returns how many projects there are */
  async spend(principal: Principal, compoundCodes: readonly string[], today: Day): Promise<number> {
    return this.spending.spend(principal, compoundCodes, today);
  }
}
