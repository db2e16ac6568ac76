import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FundBooks } from '#libs/fund';
import { readTables } from '#libs/platform';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';
import { anAdministrator, invited } from '../support/people.js';
import { brokenIn, earned, posted, someBook, spent, type Kept } from './books.js';
import { queueOf, sentStatement } from './statements.js';

let test: TestApp;
let kept: Kept;

beforeAll(async () => {
  test = await testApp();
});
afterAll(async () => {
  if (kept) expect(await brokenIn(test, kept.city)).toEqual([]);
  await test.close();
});

interface Reconciled {
  readonly balances: {
    readonly book: { readonly balance: string; readonly adjusted: string };
    readonly bank: { readonly balance: string; readonly adjusted: string };
    readonly agrees: boolean;
    readonly difference: string;
    readonly opening: string;
    readonly missing: string;
  } | null;
  readonly rows: readonly { readonly amount: string }[];
  readonly entries: readonly { readonly amount: string }[];
}

async function month(of: string): Promise<Reconciled> {
  const answer = await kept.keeper.get(`/fund/reconciliations/${of}?book=${kept.book.id}&account=bank`);
  expect(answer.status).toBe(200);
  return bodyOf(answer) as unknown as Reconciled;
}

async function matchAll(): Promise<void> {
  for (const { rows, entries } of (await queueOf(kept)).proposals) {
    const answer = await kept.keeper.post('/fund/matches', { book: kept.book.id, account: 'bank', rows, entries });
    expect(answer.status).toBe(201);
  }
}

describe('the reconciliation of a month', () => {
  beforeAll(async () => {
    kept = await someBook(test);
    // Before the first statement: 500.00, of which 80.00 was on its way to the bank.
    await posted(test, kept, earned('420.00'), { date: '2026-09-10' });
    await posted(test, kept, earned('80.00'), { date: '2026-09-30', memo: '九月末存入' });
    await posted(test, kept, spent('30.00'), { date: '2026-10-08', memo: '绿化' });
    await posted(test, kept, spent('55.00'), { date: '2026-10-31', memo: '月末付款' });
  });

  it('has no balances before there is a statement', async () => {
    expect(await month('2026-10')).toMatchObject({ known: null, balances: null, rows: [], entries: [] });
  });

  it('agrees once what is on its way is told of on both sides', async () => {
    const lines = [
      '2026-10-01,80.00,,500.00,,存入,A1',
      '2026-10-08,,30.00,470.00,,绿化款,A2',
      '2026-10-30,9.00,,479.00,,结息,A3',
    ];
    expect((await sentStatement(test, kept, { lines })).status).toBe(201);
    await matchAll();
    const found = await month('2026-10');
    expect(found.balances).toMatchObject({
      book: { balance: '415.00', received: '9.00', paid: '0.00', adjusted: '424.00' },
      bank: { balance: '479.00', received: '0.00', paid: '55.00', adjusted: '424.00' },
      ...{ agrees: true, difference: '0.00', isDerived: false },
    });
    expect([found.rows, found.entries]).toMatchObject([[{ amount: '9.00' }], [{ amount: '-55.00' }]]);
  });

  it('of a month before stays as it was when the next brings what was on its way', async () => {
    const before = await month('2026-10');
    expect((await sentStatement(test, kept, { lines: ['2026-11-02,,55.00,424.00,,付款,B1'] })).status).toBe(201);
    await matchAll();
    expect(await month('2026-10')).toEqual({ ...before, known: { from: '2026-10-01', to: '2026-11-02' } });
    expect((await month('2026-11')).balances).toMatchObject({
      agrees: true,
      bank: { balance: '424.00', paid: '0.00' },
    });
  });

  it('names what is missing where the balances of the bank break', async () => {
    const lines = ['2026-12-01,10.00,,450.00,,转入,C1'];
    const report = bodyOf(await sentStatement(test, kept, { lines }));
    expect(report).toMatchObject({ balanceBreaks: [{ expected: '434.00', found: '450.00' }] });
    expect((await month('2026-12')).balances).toMatchObject({
      ...{ agrees: false, difference: '16.00', opening: '0.00', missing: '16.00' },
    });
  });

  it('that does not come out is closed only with a reason of its own, which stays', async () => {
    const close = (of: string, more = {}): ReturnType<typeof kept.keeper.post> =>
      kept.keeper.post(`/fund/months/${of}/closing`, { book: kept.book.id, reason: '月末结账', ...more });
    const refused = await close('2026-12');
    expect(outcomeOf(refused)).toEqual([409, 'ledger.period-differs']);
    expect((refused.body as { detail: string }).detail).toMatch(/2026-12.*bank.*16\.00/);
    // October came out, and of January the bank has told nothing yet.
    for (const each of ['2026-10', '2027-01']) expect((await close(each)).status).toBe(204);
    const differencesReason = '银行漏打一笔，已去函';
    expect((await close('2026-12', { differencesReason })).status).toBe(204);
    expect(outcomeOf(await close('2026-12'))).toEqual([409, 'ledger.period-closed']);
    const months = bodyOf<{ items: object[] }>(await kept.keeper.get(`/fund/months?book=${kept.book.id}`));
    expect(months.items).toMatchObject([
      { month: '2027-01', steps: [{ differences: null, differencesReason: null }] },
      { month: '2026-12', steps: [{ differences: [{ account: 'bank', difference: '16.00' }], differencesReason }] },
      { month: '2026-10', steps: [{ differences: null }] },
    ]);
    const [line] = await rowsOf(test, kept.city, `SELECT after FROM audit_line WHERE after->>'month' = '2026-12'`);
    expect(line).toMatchObject({ after: { differencesReason, differences: [{ difference: '16.00' }] } });
  });

  it('is handed out as a workbook of the official form', async () => {
    const path = `/fund/reconciliations/2026-10/table.xlsx?book=${kept.book.id}&account=bank`;
    const answer = await test.http
      .get(`/api/v1${path}`)
      .set('authorization', `Bearer ${kept.keeper.accessToken}`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    const { tables } = await readTables(answer.body as Buffer, 'reconciliation.xlsx');
    const [table, items] = tables.map((rows) => rows.map(({ cells }) => cells.slice(0, 4).join('|')));
    expect(table?.slice(0, 5)).toEqual([
      '项目|金额|项目|金额',
      '账面存款余额|415|银行对账单余额|479',
      '加：银行已收、账上未收|9|加：账上已收、银行未收|0',
      '减：银行已付、账上未付|0|减：账上已付、银行未付|55',
      '调节后的存款余额|424|调节后的存款余额|424',
    ]);
    expect(items).toHaveLength(3);
  });

  it('names what differed before the first statement', async () => {
    kept = await someBook(test);
    await posted(test, kept, earned('100.00'), { date: '2026-09-10' });
    await sentStatement(test, kept, { lines: ['2026-10-01,5.00,,98.00,,存入,D1'] });
    expect((await month('2026-10')).balances).toMatchObject({ difference: '-7.00', opening: '-7.00', missing: '0.00' });
  });

  it('takes the balance of a bank that writes none from its lines', async () => {
    kept = await someBook(test);
    await posted(test, kept, earned('100.00'), { date: '2026-09-10' });
    await sentStatement(test, kept, { lines: ['2026-10-01,5.00,,,,存入,E1', '2026-10-02,,2.00,,,付,E2'] });
    expect((await month('2026-10')).balances).toMatchObject({
      agrees: true,
      isDerived: true,
      bank: { balance: '103.00' },
    });
  });
});

describe('a statement that is sent', () => {
  beforeAll(async () => {
    kept = await someBook(test);
  });

  it('is told of at once, and kept with its report', async () => {
    const lines = [
      '2026-10-01,5.00,,5.00,,存入,F1',
      '2026-10-32,1.00,,6.00,,坏行,F2',
      '2026-10-03,1.00,,9.00,,存入,F3',
    ];
    const report = bodyOf(await sentStatement(test, kept, { lines }));
    expect(report).toMatchObject({ ...{ rows: 3, accepted: 2 }, rejected: [{ row: 3 }], balanceBreaks: [{ row: 4 }] });
    const { items } = bodyOf<{ items: object[] }>(
      await kept.keeper.get(`/fund/statements?book=${kept.book.id}&account=bank`),
    );
    const told = { fileName: '对账单.csv', from: '2026-10-01', to: '2026-10-03', lines: 2, matched: 0, report };
    expect(items).toMatchObject([told]);
    expect(bodyOf(await sentStatement(test, kept, { lines }))).toMatchObject({ accepted: 0, duplicates: [2, 4] });
  });

  it('without file or account, of an unknown account, or that is no table, is refused with what to do', async () => {
    const send = (): ReturnType<typeof test.http.post> =>
      test.http.post('/api/v1/fund/statements').set('authorization', `Bearer ${kept.keeper.accessToken}`);
    const file = Buffer.from('%PDF-1.4');
    expect(outcomeOf(await send())).toEqual([400, 'request.invalid']);
    expect(outcomeOf(await send().field('account', 'bank'))).toEqual([400, 'request.invalid']);
    expect(outcomeOf(await send().attach('file', file, 'x.pdf'))).toEqual([400, 'request.invalid']);
    const unknown = await sentStatement(test, kept, { lines: ['2026-10-01,5.00,,,,,'], account: 'nowhere' });
    expect(outcomeOf(unknown)).toEqual([404, 'ledger.account-not-found']);
    const noTable = await send().field('account', 'bank').field('book', kept.book.id).attach('file', file, 'x.pdf');
    expect(outcomeOf(noTable)).toEqual([400, 'import.file-kind-unsupported']);
  });
});

describe('what the bank wrote of the city’s fund', () => {
  it('is seen by those over the whole city; a street sees the books alone', async () => {
    const city = await aCity(test);
    const keeper = await anAdministrator(test, city);
    const scope = { kind: 'area', code: `${city.code}02001` } as const;
    const street = await invited(test, city, keeper, { role: 'sub-district-staff', scope });
    const book = await test.app.get(FundBooks).toKeep(city.operator);
    const lines = ['2026-10-01,5.00,,5.00,李四,捐赠,G1'];
    expect((await sentStatement(test, { keeper, book }, { lines, account: '1002' })).status).toBe(201);
    const { rows } = bodyOf<{ rows: { id: string }[] }>(await keeper.get('/fund/matching'));
    const entered = await keeper.post(`/fund/statement-rows/${rows[0]?.id}/entry`, {
      counter: '4004:F5',
      bank: '1002:F5',
    });
    expect(entered.status).toBe(201);
    for (const path of ['matching', 'statements', 'matches', 'reconciliations/2026-10'])
      expect(outcomeOf(await street.get(`/fund/${path}`))).toEqual([403, 'fund.bank-unseen']);
    expect(bodyOf(await street.get('/fund/books'))).toMatchObject({
      items: [{ kind: 'beautiful-home', isKept: false }],
    });
    expect(bodyOf(await street.get('/fund/entries'))).toMatchObject({ items: [{ memo: '捐赠', basis: null }] });
    expect(bodyOf(await keeper.get('/fund/books'))).toMatchObject({
      items: [{ kind: 'beautiful-home', isKept: true }],
    });
    const accounts = bodyOf<{ items: object[] }>(await street.get('/fund/accounts')).items;
    expect(accounts).toContainEqual(expect.objectContaining({ code: '1002:F5', restriction: 'F5', isPostable: true }));
  });
});
