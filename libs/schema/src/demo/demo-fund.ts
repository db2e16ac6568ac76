import { Injectable } from '@nestjs/common';
import { FundBooks } from '#libs/fund';
import type { Day, Principal } from '#libs/kernel';
import { PostingService } from '#libs/ledger';
import { DemoSpending } from './demo-spending.js';
import { planFund } from './plan/fund.js';

/** What the demo city's fund took in and used: posted as offices post, each entry once however often it is loaded. */
@Injectable()
export class DemoFund {
  constructor(
    private readonly books: FundBooks,
    private readonly posting: PostingService,
    private readonly spending: DemoSpending,
  ) {}

  /** @returns how many entries there are */
  async fill(principal: Principal, today: Day): Promise<number> {
    const book = await this.books.toKeep(principal);
    const entries = planFund(today);
    for (const entry of entries) await this.posting.post(principal, book, entry);
    return entries.length;
  }

  /** Once there are people who take part. @returns how many projects there are */
  async spend(principal: Principal, compoundCode: string, today: Day): Promise<number> {
    return this.spending.spend(principal, compoundCode, today);
  }
}
