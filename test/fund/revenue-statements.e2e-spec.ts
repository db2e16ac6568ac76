import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '../support/app.js';
import { rowsOf } from '../support/evidence.js';
import { aScan, downloaded } from '../support/files.js';
import { signIn, type Person } from '../support/people.js';
import { codeOf, said, sendVoucher } from './projects.js';
import { asked, aRule, drawn, earned, sendKeyed, withAccount, type RevenuePlace } from './revenue.js';

let test: TestApp;
let place: RevenuePlace;
let open: string;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-10-20T09:00:00+08:00');
  place = await withAccount(test);
  open = `/api/v1/public/${place.city.code}/compounds/${place.compound}/common-revenue`;
  await earned(test, place, { amount: '1000.00', day: '2026-06-30' });
  await earned(test, place, { amount: '300.00', day: '2026-07-01', account: '4112' });
  await earned(test, place, { amount: '200.00', day: '2026-09-30', account: '4114' });
});
afterAll(() => test.close());

interface Duty {
  readonly period: string;
  readonly dueOn: string;
  readonly state: string;
  readonly shownUntil: string | null;
  readonly isPublished: boolean;
}
interface Statement {
  readonly opening: string;
  readonly closing: string;
  readonly income: readonly { name: string; amount: string }[];
  readonly entries: readonly { amount: string; memo: string }[];
  readonly bank: string | null;
}
interface Quarter {
  readonly statement: Statement;
  readonly publications: readonly { id: string; digest: string; note: string | null }[];
  readonly isAsPublished: boolean;
}

const duties = async (): Promise<string[]> =>
  said<{ items: Duty[] }>(await place.desk.get(`${place.at}/statements`)).items.map(
    ({ period, state }) => `${period} ${state}`,
  );
const quarter = async (period: string): Promise<Quarter> =>
  said<Quarter>(await place.desk.get(`${place.at}/statements/${period}`));
const publish = async (by: Person, period: string, more: object = {}): Promise<ReturnType<Person['post']>> =>
  by.post(`${place.at}/statements/${period}/publications`, { publisher: '晋城好家物业公司', ...more });

/** The day goes on, and whoever acts signs in anew. */
async function onDay(day: string): Promise<void> {
  test.at(`${day}T09:00:00+08:00`);
  const anew = (person: Person): Promise<Person> => signIn(test, place.city, person.login);
  const members = await Promise.all(place.members.map(anew));
  place = { ...place, members, desk: await anew(place.desk), firm: await anew(place.firm) };
}

describe('the statement of a quarter', () => {
  it('tells what there was, came in by kind, went out and is left', async () => {
    expect(await duties()).toEqual(['2026-Q4 running', '2026-Q3 due', '2026-Q2 overdue']);
    const { statement } = await quarter('2026-Q3');
    expect(statement).toMatchObject({ opening: '1000.00', received: '500.00', used: '0.00', closing: '1500.00' });
    expect(statement.income.filter(({ amount }) => amount !== '0.00')).toEqual([
      { code: '4112', name: '电梯和外墙广告', amount: '300.00' },
      { code: '4114', name: '摊位和场地租用', amount: '200.00' },
    ]);
    expect(statement.entries.map(({ amount }) => amount)).toEqual(['300.00', '200.00']);
    expect(statement.bank).toBeNull();
    for (const period of ['2026-Q5', '2026-H1', '2026', 'x'])
      expect(codeOf(await place.desk.get(`${place.at}/statements/${period}`))).toBe('common-revenue.no-quarter');
  });

  it('is published word for word, and met by a notice board with its photo', async () => {
    expect(codeOf(await publish(place.firm, '2026-Q4'))).toBe('common-revenue.quarter-running');
    const { id } = said<{ id: string }>(await publish(place.firm, '2026-Q3'));
    expect(codeOf(await publish(place.desk, '2026-Q3'))).toBe('common-revenue.unchanged');
    // A page on a screen is no notice board.
    expect(await duties()).toContain('2026-Q3 due');
    const fileId = await aScan(test, place.firm, randomUUID());
    const hang = async (day: string): Promise<string> => {
      const told = { place: '2号楼大厅公示栏', onDay: day, fileId };
      return codeOf(await place.firm.post(`/common-revenue/publications/${id}/notices`, told));
    };
    expect(await hang('2026-09-30')).toBe('common-revenue.notice-day');
    expect(await hang('2026-10-21')).toBe('common-revenue.notice-day');
    expect(await hang('2026-10-20')).toBe('201');
    expect(await duties()).toContain('2026-Q3 met');
    const { items } = said<{ items: Duty[] }>(await place.desk.get(`${place.at}/statements`));
    expect(items[1]).toMatchObject({ dueOn: '2026-10-30', shownUntil: '2026-12-01', isPublished: true });
    const text = 'SELECT statement, digest FROM common_revenue_publication WHERE id = $1';
    const [row] = await rowsOf<{ statement: string; digest: string }>(test, place.city, text, [id]);
    const hash = createHash('sha256').update(row?.statement ?? '');
    expect(hash.digest('hex')).toBe(row?.digest);
    const photo = (await test.http.get(open)).body as { quarters: Duty[] };
    expect(photo.quarters[1]).toMatchObject({ state: 'met' });
  });

  it('shows that the books changed since, and is corrected beside what stood', async () => {
    await earned(test, place, { amount: '7.00', day: '2026-09-29', account: '4112' });
    expect((await quarter('2026-Q3')).isAsPublished).toBe(false);
    expect(codeOf(await publish(place.firm, '2026-Q3'))).toBe('common-revenue.correction-note');
    said(await publish(place.firm, '2026-Q3', { note: '补记9月29日广告费' }));
    const { publications, isAsPublished } = await quarter('2026-Q3');
    expect([publications.map(({ note }) => note), isAsPublished]).toEqual([[null, '补记9月29日广告费'], true]);
  });

  it('is printed, and is a workbook', async () => {
    const at = `${place.at}/statements/2026-Q3`;
    const [pdf, xlsx] = [
      await downloaded(test, `${at}/statement.pdf`, place.firm),
      await downloaded(test, `${at}/table.xlsx`, place.firm),
    ];
    expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    expect((xlsx.body as Buffer).subarray(0, 2).toString()).toBe('PK');
    for (const [file, begin] of [
      ['statement.pdf', '%PDF-'],
      ['table.xlsx', 'PK'],
    ] as const) {
      const forAll = await downloaded(test, `${open.replace('/api/v1', '')}/statements/2026-Q3/${file}`, null);
      expect((forAll.body as Buffer).subarray(0, begin.length).toString()).toBe(begin);
    }
    expect((await test.http.get(`${open}/statements/2026-H1/table.xlsx`)).status).toBe(400);
  });

  it('is printed for one address sixty times a minute, and then asks for patience', async () => {
    const path = `${open}/statements/2026-H1/statement.pdf`;
    const asked = await Promise.all(Array.from({ length: 75 }, () => test.http.get(path)));
    const refused = asked.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(5);
    expect(refused[0]?.body).toMatchObject({ code: 'request.too-many' });
    expect(asked.filter(({ status }) => status === 400).length).toBeGreaterThan(40);
  });

  it('is late when it hangs after its day', async () => {
    await onDay('2026-11-05');
    const { id } = said<{ id: string }>(await publish(place.firm, '2026-Q2'));
    const fileId = await aScan(test, place.firm, randomUUID());
    const told = { place: '公示栏', onDay: '2026-11-05', fileId };
    const { id: notice } = said<{ id: string }>(
      await place.firm.post(`/common-revenue/publications/${id}/notices`, told),
    );
    expect(await duties()).toContain('2026-Q2 late');
    const photo = await downloaded(test, `/public/${place.city.code}/common-revenue-notices/${notice}`, null);
    expect(photo.status).toBe(200);
    const none = await test.http.get(`/api/v1/public/${place.city.code}/common-revenue-notices/${randomUUID()}`);
    expect(codeOf(none)).toBe('common-revenue.notice-unknown');
  });
});

describe('the public page of a compound', () => {
  it('leads from totals to quarters, entries and vouchers without signing in', async () => {
    const basisId = await aRule(test, place);
    const entry = await drawn(place, await asked(place, { basisId, amount: '100.00', memo: '补树，联系13800001234' }));
    const shot = await aScan(test, place.desk, randomUUID());
    const voucher = { kind: 'invoice', title: '发票（已遮盖）', fileId: shot, isPublic: true };
    said(await sendVoucher(test, place.desk, { to: `/fund/entries/${entry}`, voucher }));
    const totals = (await test.http.get(open)).body as Record<string, unknown>;
    expect(totals).toMatchObject({ received: '1507.00', used: '100.00', balance: '1407.00', number: '****0101' });
    const list = (await test.http.get(`${open}/entries?limit=2`)).body as {
      items: { id: string; memo: string }[];
      next: string;
    };
    expect(list.items[0]).toMatchObject({ id: entry, memo: '补树，联系138****34' });
    const shown = (await test.http.get(`${open}/entries/${entry}`)).body as { vouchers: { id: string }[] };
    expect(shown).toMatchObject({
      basis: '管理规约第二十条',
      basisKind: 'rule',
      vouchers: [{ title: '发票（已遮盖）' }],
    });
    const path = `/public/${place.city.code}/fund/vouchers/${shown.vouchers[0]?.id}`;
    expect((await downloaded(test, path, null)).status).toBe(200);
    const told = (await test.http.get(`${open}/statements/2026-Q3`)).body as { published: Statement; now: Statement };
    expect([told.published.closing, told.now.closing]).toEqual(['1507.00', '1507.00']);
  });

  it('shows no entry of another book, and nothing of a compound that is none', async () => {
    const other = await withAccount(test);
    const entry = await earned(test, other, { amount: '5.00', day: '2026-11-01' });
    expect(codeOf(await test.http.get(`${open}/entries/${entry}`))).toBe('ledger.entry-unknown');
    const none = `/api/v1/public/${place.city.code}/compounds/${other.compound}/common-revenue`;
    expect(codeOf(await test.http.get(none))).toBe('compound.not-found');
    expect((await test.http.get(`${none}/entries`)).body).toEqual({ items: [], next: null });
  });

  it('takes the bank’s own words for its balance', async () => {
    const rows = [
      '交易日期,收入金额,支出金额,账户余额,对方户名,摘要,流水号',
      '2026-09-30,200.00,,1500.00,某店,摊位费,S1',
    ];
    const book = `common-revenue:${place.compound}`;
    const sent = test.http.post('/api/v1/fund/statements').set('authorization', `Bearer ${place.desk.accessToken}`);
    said(await sent.field({ account: '1002', book }).attach('file', Buffer.from(rows.join('\n')), '对账单.csv'));
    expect((await quarter('2026-Q3')).statement.bank).toBe('1500.00');
    expect(codeOf(await sendKeyed(test, place.desk, '/fund/entries', { book }))).toBe('request.invalid');
  });
});
