import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Offices } from '../devolution/offices.js';
import { sendEntry } from '../ledger/books.js';
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
    expect(statement).toMatchObject({ projects: [{ project: '李**家庭救助', useName: '困难救助', paid: '120.50' }] });
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
    // The first day that it was public is what met the duty.
    expect(await duty('2026-Q2')).toMatchObject({ state: 'met', publicOn: '2026-07-20' });
  });
});
