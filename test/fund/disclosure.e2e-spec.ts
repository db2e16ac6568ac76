import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Offices } from '../devolution/offices.js';
import { sendEntry } from '../ledger/books.js';
import { readTables } from '#libs/platform';
import { testApp, type TestApp } from '../support/app.js';
import { aScan, downloaded } from '../support/files.js';
import { signIn, type Person } from '../support/people.js';
import { codeOf, fundOffices, helped, received, said } from './projects.js';

let test: TestApp;
let offices: Offices;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-07-20T09:00:00+08:00');
  offices = await fundOffices(test);
});
afterAll(() => test.close());

/** Another day, on which everybody of the offices has signed in again. */
async function turnTo(day: string): Promise<void> {
  test.at(`${day}T09:00:00+08:00`);
  const again = ({ login, password }: Person): Promise<Person> => signIn(test, offices.city, login, password);
  const [admin, east, eastToo, community] = await Promise.all(
    [offices.admin, offices.east, offices.eastToo, offices.community].map(again),
  );
  if (admin && east && eastToo && community) offices = { ...offices, admin, east, eastToo, community };
}

interface Statement {
  readonly opening: string;
  readonly received: string;
  readonly used: string;
  readonly closing: string;
  readonly lastEntry: string;
  readonly positions: readonly { readonly closing: string }[];
}

interface Publication {
  readonly id: string;
  readonly digest: string;
  readonly text: string;
  readonly statement: Statement;
  readonly postings: readonly { readonly id: string }[];
}

interface Correction {
  readonly publicationId: string;
  readonly correctedBy: string | null;
  readonly state: string;
  readonly differences: readonly { part: string; code: string; figure: string; from: string; to: string }[];
  readonly entries: readonly { readonly why: string; readonly reverses: string | null }[];
}

interface Duty {
  readonly period: string;
  readonly state: string;
  readonly dueOn: string;
  readonly publicOn: string | null;
}

const PUBLISHER = '住房和城乡建设局';
const open = async <T>(path: string): Promise<T> =>
  said<T>(await test.http.get(`/api/v1/public/${offices.city.code}/fund${path}`));
const calendar = async (): Promise<Duty[]> => (await open<{ items: Duty[] }>('/calendar')).items;
const duty = async (period: string): Promise<Duty | undefined> =>
  (await calendar()).find((each) => each.period === period);
const publish = (period: string, more: object = {}): ReturnType<typeof offices.admin.post> =>
  offices.admin.post('/fund/publications', { period, publisher: PUBLISHER, ...more });

describe('the calendar of what the fund has to publish', () => {
  it('is empty until the first entry, and begins with its period', async () => {
    expect(await calendar()).toEqual([]);
    expect(codeOf(await publish('2026-Q2'))).toBe('disclosure.no-duty');
    await received(test, offices.admin, { amount: '1000.00', date: '2026-05-20' });
    expect((await calendar()).map(({ period, state }) => [period, state])).toEqual([
      ['2026', 'running'],
      ['2026-H2', 'running'],
      ['2026-Q3', 'running'],
      ['2026-H1', 'due'],
      ['2026-Q2', 'due'],
    ]);
  });

  it('tells the rule of every duty, and what a city lays down itself', async () => {
    expect(await duty('2026-Q2')).toMatchObject({
      ...{ dueOn: '2026-07-30', from: '2026-04-01', to: '2026-06-30', publications: [] },
      rule: { days: 30, article: expect.stringContaining('慈善法第七十九条'), status: 'PROPOSED' },
    });
    const own = { key: 'fund.disclosure.quarter.days', value: 15, source: '某市公开办法', article: '第三条' };
    said(await offices.admin.put('/coverage/rule-values', { ...own, effectiveFrom: '2026-09-01' }));
    expect(await duty('2026-Q3')).toMatchObject({ dueOn: '2026-10-15', rule: { source: '某市公开办法' } });
    expect(await duty('2026-Q2')).toMatchObject({ dueOn: '2026-07-30' });
  });

  it('is met by a publication in time, and refuses one of a time that still runs, or that says nothing new', async () => {
    expect(codeOf(await publish('2026-Q3'))).toBe('disclosure.period-running');
    expect(codeOf(await publish('2026-Q1'))).toBe('disclosure.no-duty');
    expect(codeOf(await publish('2026-Q5'))).toBe('request.invalid');
    expect(codeOf(await offices.east.post('/fund/publications', { period: '2026-Q2', publisher: PUBLISHER }))).toBe(
      'fund.not-keeper',
    );
    const both = await Promise.all([publish('2026-Q2'), publish('2026-Q2')]);
    expect(both.map(codeOf).sort()).toEqual(['201', 'disclosure.unchanged']);
    expect(codeOf(await publish('2026-Q2'))).toBe('disclosure.unchanged');
    expect(await duty('2026-Q2')).toMatchObject({ state: 'met', publicOn: '2026-07-20' });
    expect(await duty('2026-H1')).toMatchObject({ state: 'due', publicOn: null });
  });

  it('turns overdue by its day alone, and late by what is published after it', async () => {
    await turnTo('2026-07-31');
    expect(await duty('2026-H1')).toMatchObject({ state: 'overdue' });
    said(await publish('2026-H1', { note: '因系统切换迟了一天' }));
    expect(await duty('2026-H1')).toMatchObject({
      ...{ state: 'late', publicOn: '2026-07-31' },
      publications: [{ publisher: PUBLISHER, note: '因系统切换迟了一天' }],
    });
    expect(JSON.stringify(await calendar())).not.toContain('管理员');
  });

  it('is met as well by paper that hung in time, with its photo and the day it was recorded', async () => {
    const { admin, city } = offices;
    const publication = (await open<{ publications: Publication[] }>('/statements/2026-H1')).publications[0];
    const fileId = await aScan(test, admin, randomUUID());
    const post = (onDay: string, of = publication?.id): ReturnType<typeof admin.post> =>
      admin.post(`/fund/publications/${of}/postings`, { place: '东街社区公告栏', onDay, fileId });
    expect(codeOf(await post('2026-06-30'))).toBe('disclosure.day-impossible');
    expect(codeOf(await post('2026-08-01'))).toBe('disclosure.day-impossible');
    expect(codeOf(await post('2026-07-25', randomUUID()))).toBe('disclosure.not-found');
    const { id } = said<{ id: string }>(await post('2026-07-25'));
    expect(await duty('2026-H1')).toMatchObject({
      ...{ state: 'met', publicOn: '2026-07-25' },
      publications: [{ onDay: '2026-07-31', postings: [{ id, onDay: '2026-07-25', recordedOn: '2026-07-31' }] }],
    });
    const photo = await downloaded(test, `/public/${city.code}/fund/postings/${id}/photo`, null);
    expect([photo.status, photo.headers['content-type']]).toEqual([200, 'application/pdf']);
    const none = await downloaded(test, `/public/${city.code}/fund/postings/${randomUUID()}/photo`, null);
    expect(none.status).toBe(404);
  });
});

describe('a published statement', () => {
  it('adds up to the trial balance, and names what was paid for without naming whom', async () => {
    await turnTo('2026-08-20');
    await helped(offices, '120.50', { title: '李秀英家庭救助' });
    const { statement } = await open<{ statement: Statement }>('/statements/2026-Q3');
    expect(statement).toMatchObject({ opening: '1000.00', received: '0.00', used: '120.50', closing: '879.50' });
    const trial = said<{ accounts: { code: string; kind: string; amount: string }[] }>(
      await offices.admin.get('/fund/trial-balance?at=2026-09-30'),
    );
    const fen = (text: string): bigint => BigInt(text.replace('.', ''));
    const held = trial.accounts
      .filter(({ kind }) => kind === 'asset' || kind === 'liability')
      .reduce((sum, { amount }) => sum + fen(amount), 0n);
    expect(fen(statement.closing)).toBe(held);
    expect(statement.positions.reduce((sum, each) => sum + fen(each.closing), 0n)).toBe(held);
    expect(statement).toMatchObject({ projects: [{ project: '李*家庭救助', useName: '困难救助', paid: '120.50' }] });
    expect(JSON.stringify(statement)).not.toContain('李秀英');
  });

  it('stays word for word what it was, under the digest of its text, whatever is posted later', async () => {
    const { admin } = offices;
    const { publications } = await open<{ publications: Publication[] }>('/statements/2026-Q2');
    const first = await open<Publication>(`/publications/${publications[0]?.id}`);
    expect(createHash('sha256').update(first.text).digest('hex')).toBe(first.digest);
    expect(JSON.parse(first.text)).toEqual(first.statement);
    const lines = [
      { account: '1002:F2', amount: '9.00' },
      { account: '4001:F2', amount: '-9.00' },
    ];
    said(await sendEntry(test, admin, { body: { date: '2026-06-15', memo: '补记拨款', lines }, key: randomUUID() }));
    expect(await open(`/publications/${first.id}`)).toEqual(first);
    expect(first.statement).toMatchObject({ received: '1000.00', closing: '1000.00' });
    expect((await open<{ statement: Statement }>('/statements/2026-Q2')).statement.received).toBe('1009.00');
    const again = said<{ id: string }>(await publish('2026-Q2'));
    const second = await open<Publication>(`/publications/${again.id}`);
    expect(second.statement.received).toBe('1009.00');
    expect((await open<{ publications: Publication[] }>('/statements/2026-Q2')).publications).toHaveLength(2);
    expect(await open(`/publications/${first.id}`)).toEqual(first);
    // What was told otherwise is said, with the entry that changed it; the first publication stands beside the second.
    const told = await open<{ corrections: Correction[] }>('/statements/2026-Q2');
    expect(told.corrections).toMatchObject([
      {
        publicationId: first.id,
        correctedBy: second.id,
        entryCount: 1,
        entries: [{ why: '补记拨款', day: '2026-06-15' }],
      },
    ]);
    const figures = told.corrections[0]?.differences.map(({ part, code, figure, from, to }) => [
      part,
      code,
      figure,
      from,
      to,
    ]);
    expect(figures).toContainEqual(['source', 'F2', 'received', '0.00', '9.00']);
    expect(figures).toContainEqual(['total', '', 'closing', '1000.00', '1009.00']);
    // The first day that it was public is what met the duty.
    expect(await duty('2026-Q2')).toMatchObject({ state: 'met', publicOn: '2026-07-20' });
  });
});

describe('the statement as a file', () => {
  const fileOf = async (name: string, query = ''): Promise<Buffer> => {
    const path = `/public/${offices.city.code}/fund/statements/2026-Q2/table.${name}${query}`;
    const answer = await downloaded(test, path, null);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.body as Buffer;
  };

  it('is a workbook and a csv of the official form, whose parts all come to the same', async () => {
    const { tables } = await readTables(await fileOf('xlsx'), 'statement.xlsx');
    const [table, about] = tables.map((rows) => rows.map(({ cells }) => cells.join('|')));
    expect(table?.[0]).toBe('部分|项目|期初结余|本期收入|本期支出|期末结余');
    expect(table?.filter((line) => line.includes('合计')).map((line) => line.replace(/\|+$/, ''))).toEqual([
      ...['一、按来源|合计|0|1009|0|1009', '二、按用途|合计|||0', '三、结余的分布|合计|0|||1009'],
    ]);
    expect(about).toContain('公开单位|未公开，账上现在的数字');
    const csv = (await fileOf('csv')).toString('utf8');
    expect(csv).toContain('一、按来源,社会捐赠,0.00,1000.00,0.00,1000.00');
  });

  it('is of a publication where one is named, with its digest, and of no other period', async () => {
    const { publications } = await open<{ publications: Publication[] }>('/statements/2026-Q2');
    const query = `?publication=${publications[0]?.id}`;
    expect((await fileOf('csv', query)).toString('utf8')).toContain('一、按来源,合计,0.00,1000.00,0.00,1000.00');
    const { tables } = await readTables(await fileOf('xlsx', query), 'statement.xlsx');
    expect(tables[1]?.map(({ cells }) => cells[1])).toEqual(
      expect.arrayContaining([PUBLISHER, publications[0]?.digest]),
    );
    const elsewhere = `/public/${offices.city.code}/fund/statements/2026-H1/table.csv${query}`;
    expect((await downloaded(test, elsewhere, null)).status).toBe(404);
  });
});

describe('a period that was published and changed', () => {
  it('says so until it is published anew, and is overdue by its days; a payment taken back names nobody', async () => {
    await turnTo('2026-10-02');
    said(await publish('2026-Q3'));
    const { items } = await open<{ items: { id: string; spending: object; reverses: string | null }[] }>('/entries');
    const payment = items.find((each) => JSON.stringify(each).includes('工程款'));
    const reversal = { reason: '李秀英家已另获救助，退回', date: '2026-09-30' };
    said(await sendEntry(test, offices.admin, { body: reversal, path: `/${payment?.id}/reversal`, key: randomUUID() }));
    const now = await open<{ corrections: Correction[] }>('/statements/2026-Q3');
    expect(now.corrections).toMatchObject([
      { correctedBy: null, entries: [{ why: '李*家已另获救助，退回', reverses: payment?.id }] },
    ]);
    expect(now.corrections[0]?.differences).toContainEqual(
      expect.objectContaining({ part: 'use', code: '5004', figure: 'used', from: '120.50', to: '0.00' }),
    );
    // Entries are recorded by the clock of the database; long after it, whatever that says, it is overdue.
    await turnTo('2099-12-31');
    expect(await duty('2026-Q3')).toMatchObject({ state: 'met', correction: { state: 'overdue' } });
    said(await publish('2026-Q3'));
    expect(await duty('2026-Q3')).toMatchObject({ state: 'met', correction: null });
    const after = await open<{ corrections: Correction[]; statement: object }>('/statements/2026-Q3');
    expect(after.corrections).toMatchObject([{ state: 'late' }]);
    expect(after.statement).toMatchObject({ used: '0.00', projects: [{ paid: '0.00' }] });
  });
});
