import type { Response } from 'supertest';
import type { TestApp } from '../support/app.js';
import type { Kept } from './books.js';

export const HEADINGS = '日期,收入金额,支出金额,账户余额,对方户名,摘要,流水号';

export interface QueueItem {
  readonly id: string;
  readonly amount: string;
  readonly memo?: string;
}

export interface Queue {
  readonly known: { readonly from: string; readonly to: string } | null;
  readonly rows: readonly QueueItem[];
  readonly entries: readonly QueueItem[];
  readonly proposals: readonly {
    readonly rows: readonly string[];
    readonly entries: readonly string[];
    readonly reasons: readonly string[];
    readonly isOnly: boolean;
  }[];
}

/** Sends the lines of a statement under their headings; by default of the account `bank`. */
export async function sentStatement(
  test: TestApp,
  { keeper, book }: Pick<Kept, 'keeper' | 'book'>,
  { lines, account = 'bank' }: { readonly lines: readonly string[]; readonly account?: string },
): Promise<Response> {
  const request = test.http.post('/api/v1/fund/statements').set('authorization', `Bearer ${keeper.accessToken}`);
  void request.field('book', book.id).field('account', account);
  return request.attach('file', Buffer.from([HEADINGS, ...lines].join('\n')), '对账单.csv');
}

export async function queueOf({ keeper, book }: Kept, account = 'bank'): Promise<Queue> {
  const answer = await keeper.get(`/fund/matching?book=${book.id}&account=${account}`);
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as Queue;
}
