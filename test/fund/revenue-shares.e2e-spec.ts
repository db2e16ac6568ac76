import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BooksService, VerificationService } from '#libs/ledger';
import { rowsOf } from '../support/evidence.js';
import { testApp, type TestApp } from '../support/app.js';
import { brokenIn } from '../ledger/books.js';
import { codeOf, said } from './projects.js';
import { aRule, asked, drawn, earned, sendKeyed, withAccount, type RevenuePlace } from './revenue.js';

let test: TestApp;
let place: RevenuePlace;
/** Of the account of common revenue, by which 600.00 went to the maintenance fund. */
let entry: string;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-11-27T09:00:00+08:00');
});
afterAll(() => test.close());

beforeEach(async () => {
  place = await withAccount(test);
  await earned(test, place, { amount: '1000.00' });
  const basisId = await aRule(test, place, { use: '5102' });
  entry = await drawn(place, await asked(place, { basisId, use: '5102', amount: '600.00' }));
});

const revenue = (): string => `common-revenue:${place.compound}`;
const maintenance = (): string => `maintenance-fund:${place.compound}`;

/** Whether both books are whole, by what each holds in the bank and what waits to be allotted. */
async function held(): Promise<string[]> {
  expect(await brokenIn(test, place.city)).toEqual([]);
  const verification = test.app.get(VerificationService);
  const balances: string[] = [];
  for (const book of [revenue(), maintenance()]) {
    const found = await test.app.get(BooksService).named(place.city.city.id, book);
    expect(await verification.verify(found)).toMatchObject({ fault: null });
    const path = `/fund/accounts/1002/balance?book=${book}`;
    balances.push(said<{ amount: string }>(await place.desk.get(path)).amount);
  }
  return balances;
}

const reverse = (id: string): ReturnType<typeof sendKeyed> =>
  place.desk.post(`/fund/entries/${id}/reversal`, { reason: '付错' });

interface Entry {
  readonly id: string;
  readonly memo: string;
  readonly reverses: string | null;
}
const entriesOf = async (book: string): Promise<Entry[]> =>
  said<{ items: Entry[] }>(await place.desk.get(`/fund/entries?book=${book}`)).items;

/** A home pays 50.00 in, and is allotted so much of what waits. @returns the id of the allotment */
async function allot(amount: string): Promise<string> {
  const at = `/compounds/${place.compound}/maintenance-fund`;
  const { items } = said<{ items: { unitId: string }[] }>(await place.desk.get(`${at}/homes`));
  const deposit = { unitId: items[0]?.unitId, kind: 'first', amount: '50.00', date: '2026-01-05' };
  said(await sendKeyed(test, place.desk, `${at}/deposits`, deposit));
  said(await sendKeyed(test, place.desk, `${at}/interest`, { from: '2026-10-01', to: '2026-10-31', amount }));
  return (await entriesOf(maintenance()))[0]?.id ?? '';
}

describe('a share that went to the maintenance fund', () => {
  it('is taken back from there when it is undone, exactly once', async () => {
    expect(await held()).toEqual(['400.00', '600.00']);
    const answers = await Promise.all([reverse(entry), reverse(entry), reverse(entry)]);
    expect(answers.map(codeOf).toSorted()).toEqual(['201', 'ledger.already-reversed', 'ledger.already-reversed']);
    expect(await held()).toEqual(['1000.00', '0.00']);
    const [undone, arrived] = await entriesOf(maintenance());
    expect(undone).toMatchObject({ memo: '付错', reverses: arrived?.id });
    const lines = await rowsOf<{ subject: string }>(
      test,
      place.city,
      `SELECT subject_id AS subject FROM audit_line WHERE action = 'ledger.reverse'`,
    );
    expect(lines.map(({ subject }) => subject)).toContain(undone?.id);
  });

  it('is undone once under one key', async () => {
    const path = `/fund/entries/${entry}/reversal`;
    const send = (): ReturnType<typeof sendKeyed> =>
      sendKeyed(test, place.desk, path, { reason: '付错' }, `undo-${entry}`);
    const twice = [await send(), await send()];
    expect(new Set(twice.map((answer) => said<{ id: string }>(answer).id)).size).toBe(1);
    expect(await held()).toEqual(['1000.00', '0.00']);
  });

  it('is not undone in the maintenance fund alone', async () => {
    const [arrived] = await entriesOf(maintenance());
    const refused = await reverse(arrived?.id ?? '');
    expect(codeOf(refused)).toBe('maintenance.share-of-revenue');
    expect((refused.body as { detail: string }).detail).toContain('公共收益第 2 号凭证');
    said(await reverse(entry));
    expect(codeOf(await reverse(arrived?.id ?? ''))).toBe('ledger.already-reversed');
    expect(await held()).toEqual(['1000.00', '0.00']);
  });

  it('stays in both books where it was allotted in part, and says so', async () => {
    const allotted = await allot('100.00');
    const refused = await reverse(entry);
    expect(codeOf(refused)).toBe('maintenance.share-allotted');
    expect(refused.body).toMatchObject({ params: { amount: '600.00', waiting: '500.00' } });
    expect(await held()).toEqual(['400.00', '650.00']);
    said(await reverse(allotted));
    said(await reverse(entry));
    expect(await held()).toEqual(['1000.00', '50.00']);
  });

  it('stays in both books where a month of the maintenance fund is closed', async () => {
    said(await place.desk.post('/fund/months/2026-11/closing', { book: maintenance(), reason: '月结' }));
    expect(codeOf(await reverse(entry))).toBe('maintenance.share-closed');
    expect(await held()).toEqual(['400.00', '600.00']);
  });
});
