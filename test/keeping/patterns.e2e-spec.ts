import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '../support/app.js';
import { asOwner, castMany, done, flats, opened, partiesOf, someOwners } from '../assembly/support/votes.js';
import type { Owners, Prepared } from '../assembly/support/votes.js';

let test: TestApp;
let owners: Owners;
let vote: Prepared;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  owners = await someOwners(test, flats(24));
  vote = await opened(test, owners);
});

interface Pattern {
  readonly code: string;
  readonly count: number;
  readonly sentence: string;
  readonly next: string;
}

const found = async (): Promise<Pattern[]> =>
  done<{ items: Pattern[] }>(await owners.desk.get(`/observations/${vote.id}/patterns`)).items;
const change = (text: string, ...values: unknown[]): Promise<void> =>
  asOwner(test, owners.city, text, [vote.id, ...values]);

describe('what is worth a look in a vote', () => {
  it('is one witness for very many, and a burst at night; each with what to do next, and no preference', async () => {
    await castMany(test, owners, vote, { for: 12, against: 8 });
    await change(`UPDATE ballot SET cast_at = date_trunc('day', now() AT TIME ZONE 'Asia/Shanghai')
      AT TIME ZONE 'Asia/Shanghai' - interval '22 hours' WHERE assembly_id = $1`);
    const patterns = await found();
    expect(patterns.map(({ code, count }) => [code, count])).toEqual([
      ['at-night', 20],
      ['one-witness', 20],
    ]);
    expect(patterns.every(({ next }) => next.includes('请'))).toBe(true);
    expect(JSON.stringify(patterns)).not.toMatch(/同意|反对|弃权|"for"|"against"/);
  });

  it('is many ballots by phone from one network, told by a mark and never by its address', async () => {
    await castMany(test, owners, vote, { for: 6 });
    await asOwner(test, owners.city, `UPDATE session SET address = '203.0.113.7'`);
    await change(`UPDATE ballot SET channel = 'phone', witness = NULL WHERE assembly_id = $1`);
    const [pattern] = await found();
    expect([pattern?.code, pattern?.count]).toEqual(['same-origin', 6]);
    expect(pattern?.sentence).toMatch(/标记 [0-9a-f]{6}/);
    expect(pattern?.sentence).not.toContain('203.0.113');
  });

  it('is slips that were voided by two and issued again', async () => {
    const parties = (await partiesOf(owners, vote.id)).slice(0, 5).map(({ party }) => party);
    const at = `/assemblies/${vote.id}/paper-slips`;
    const { items } = done<{ items: { number: string }[] }>(await owners.desk.post(at, { partyIds: parties }));
    for (const { number } of items) {
      done(await owners.desk.post(`${at}/${number}/voiding`, { reason: '污损' }));
      done(await owners.colleague.post(`${at}/${number}/voiding`, { reason: '污损' }));
    }
    expect(await found()).toEqual([]);
    done(await owners.desk.post(at, { partyIds: parties }));
    expect((await found()).map(({ code, count }) => [code, count])).toEqual([['slips-reissued', 5]]);
  });
});
