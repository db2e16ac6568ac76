import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { brokenIn } from '../ledger/books.js';
import { testApp, type TestApp } from '../support/app.js';
import { aScan } from '../support/files.js';
import { codeOf, said } from './projects.js';
import { bankLine, earned, revenuePlace, sendKeyed, type RevenuePlace } from './revenue.js';

let test: TestApp;
let place: RevenuePlace;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-11-27T09:00:00+08:00');
  place = await revenuePlace(test);
});
afterAll(() => test.close());

interface Unlinked {
  readonly id: string;
  readonly counterparty: string | null;
}

interface Contract {
  readonly id: string;
  readonly due: string;
  readonly received: string;
  readonly owed: string;
  readonly owedSince: string | null;
}

async function aContract(more: object = {}): Promise<object> {
  const fileId = await aScan(test, place.firm, randomUUID());
  const told = { kind: '4112', party: '某传媒公司', number: randomUUID(), place: '1至6号楼电梯轿厢', fileId };
  const terms = { from: '2026-01-01', until: '2026-12-31', periodMonths: 3, amount: '1000.00', graceDays: 10 };
  return { ...told, ...terms, ...more };
}

async function recorded(more: object = {}): Promise<string> {
  return said<{ id: string }>(await place.firm.post(`${place.at}/contracts`, await aContract(more))).id;
}

async function shown(id: string): Promise<Contract | undefined> {
  const { items } = said<{ items: Contract[] }>(await place.desk.get(`${place.at}/contracts`));
  return items.find((each) => each.id === id);
}

const received = (id: string, amount: string, key?: string): ReturnType<typeof sendKeyed> =>
  sendKeyed(test, place.desk, `/common-revenue/contracts/${id}/income`, { amount, date: '2026-06-30' }, key);

describe('a contract about common parts', () => {
  it('tells what is due and not received, and since when', async () => {
    const id = await recorded();
    expect(await shown(id)).toMatchObject({ due: '4000.00', received: '0.00', owed: '4000.00' });
    said(await received(id, '1500.00'));
    expect(await shown(id)).toMatchObject({ received: '1500.00', owed: '2500.00', owedSince: '2026-04-11' });
    const { id: entry } = said<{ id: string }>(await received(id, '2500.00'));
    expect(await shown(id)).toMatchObject({ owed: '0.00', owedSince: null });
    said(await place.desk.post(`/fund/entries/${entry}/reversal`, { reason: '退票' }));
    expect(await shown(id)).toMatchObject({ received: '1500.00', owed: '2500.00' });
    expect(await brokenIn(test, place.city)).toEqual([]);
  });

  it('is listed before it begins, when nothing is due, and is in no statement', async () => {
    const number = randomUUID();
    const id = await recorded({ number, from: '2027-01-01', until: '2027-12-31' });
    expect(await shown(id)).toMatchObject({ due: '0.00', owed: '0.00', owedSince: null });
    const quarter = await place.desk.get(`${place.at}/statements/2026-Q4`);
    expect(said<{ statement: { contracts: object[] } }>(quarter).statement.contracts).not.toContainEqual(
      expect.objectContaining({ number }),
    );
  });

  it('is due no longer than it lasts', async () => {
    const id = await recorded();
    const at = `/common-revenue/contracts/${id}/ending`;
    const end = async (lastDay: string): Promise<string> =>
      codeOf(await place.firm.post(at, { lastDay, reason: '协商' }));
    expect(await end('2026-12-31')).toBe('common-revenue.ending-outside');
    expect(await end('2025-12-31')).toBe('common-revenue.ending-outside');
    expect(await end('2026-06-30')).toBe('204');
    expect(await end('2026-05-30')).toBe('common-revenue.contract-ended');
    expect(await shown(id)).toMatchObject({ due: '2000.00', until: '2026-06-30', isEndedEarly: true });
  });

  it('is recorded once, with its paper and its days in order', async () => {
    const number = randomUUID();
    await recorded({ number });
    const send = async (more: object): Promise<string> =>
      codeOf(await place.firm.post(`${place.at}/contracts`, await aContract(more)));
    expect(await send({ number })).toBe('common-revenue.contract-known');
    expect(await send({ until: '2025-12-31' })).toBe('common-revenue.days-turned');
    expect(await send({ resolutionId: randomUUID() })).toBe('common-revenue.trade-undecided');
    expect(await send({ fileId: randomUUID() })).toBe('file.not-found');
    expect(await send({ kind: '4102' })).toBe('request.invalid');
  });

  it('is paid by an entry of its own kind alone, and by each once', async () => {
    const id = await recorded();
    const link = async (entryId: string): Promise<string> =>
      codeOf(await place.desk.post(`/common-revenue/contracts/${id}/receipts`, { entryId }));
    const other = await earned(test, place, { amount: '10.00', account: '4111' });
    const fitting = await earned(test, place, { amount: '10.00', account: '4112' });
    expect(await link(other)).toBe('common-revenue.entry-unfit');
    expect(await link(randomUUID())).toBe('common-revenue.entry-unfit');
    expect(await link(fitting)).toBe('204');
    expect(await link(fitting)).toBe('common-revenue.entry-linked');
    expect(await shown(id)).toMatchObject({ received: '10.00' });
  });

  it('is chosen for what waits in the book, with who paid as the bank wrote it', async () => {
    const own = await revenuePlace(test);
    const path = `${own.at}/unlinked-entries`;
    const waiting = async (query = ''): Promise<{ items: Unlinked[]; next: string | null }> =>
      said(await own.desk.get(`${path}${query}`));
    const told = { ...(await aContract()), fileId: await aScan(test, own.firm, randomUUID()) };
    const { id } = said<{ id: string }>(await own.firm.post(`${own.at}/contracts`, told));
    const [parking, advert, wrong] = [
      await earned(test, own, { amount: '10.00', account: '4111' }),
      await earned(test, own, { amount: '20.00', account: '4112' }),
      await earned(test, own, { amount: '30.00', account: '4112' }),
    ];
    said(await own.desk.post(`/fund/entries/${wrong}/reversal`, { reason: '退票' }));
    const line = await bankLine(test, own);
    const { items } = await waiting();
    expect(items).toMatchObject([
      { counterparty: '晋城传媒有限公司', day: '2026-11-03', brought: [{ kind: '4112', amount: '200.00' }] },
      { id: advert, counterparty: null, memo: '电梯广告收入', brought: [{ kind: '4112', amount: '20.00' }] },
    ]);
    expect(items.map((each) => each.id)).toEqual([line, advert]);
    expect(items.map((each) => each.id)).not.toContain(parking);
    const first = await waiting('?limit=1');
    expect([first.items.length, (await waiting(`?limit=1&after=${first.next}`)).items[0]?.id]).toEqual([1, advert]);
    said(await own.desk.post(`/common-revenue/contracts/${id}/receipts`, { entryId: line }));
    expect((await waiting()).items.map((each) => each.id)).toEqual([advert]);
    for (const by of [own.firm, own.community, own.members[0] ?? own.firm])
      expect(codeOf(await by.get(path))).toBe('request.forbidden');
  });

  it('takes the same money once under one key', async () => {
    const id = await recorded();
    const key = randomUUID();
    const twice = [await received(id, '7.00', key), await received(id, '7.00', key)];
    expect(new Set(twice.map((answer) => said<{ id: string }>(answer).id)).size).toBe(1);
    expect(await shown(id)).toMatchObject({ received: '7.00' });
    expect(codeOf(await received(id, '8.00', key))).toBe('ledger.key-used');
    expect(codeOf(await received(randomUUID(), '7.00'))).toBe('common-revenue.contract-unknown');
  });
});
