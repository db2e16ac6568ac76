import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bound, neighbours } from '../assembly/support/own-voters.js';
import { anOwner } from '../roster/owners.js';
import { testApp, type TestApp } from '../support/app.js';
import { aScan, opened } from '../support/files.js';
import { signIn, type Person } from '../support/people.js';
import { granted, handedDown } from '../devolution/offices.js';
import { codeOf, said } from './projects.js';
import { earned, withAccount, type RevenuePlace } from './revenue.js';

let test: TestApp;
let place: RevenuePlace;
let owner: Person;
let entry: string;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-11-02T09:00:00+08:00');
  const { owners, phones } = await neighbours(test);
  place = await withAccount(test, { owners });
  entry = await earned(test, place, { amount: '1000.00', day: '2026-09-10' });
  owner = await bound(test, owners, phones.zhao);
});
afterAll(() => test.close());

interface Objection {
  readonly id: string;
  readonly dueOn: string;
  readonly state: string;
  readonly content: string;
}

const path = (): string => `/api/v1/public/${place.city.code}/compounds/${place.compound}/common-revenue`;
const everybodySees = async (id: string): Promise<Objection | undefined> =>
  ((await test.http.get(path())).body as { objections: Objection[] }).objections.find((each) => each.id === id);
const late = async (by: Person): Promise<string[]> =>
  said<{ items: { kind: string; period: string }[] }>(await by.get('/common-revenue/overdue')).items.map(
    ({ kind, period }) => `${kind} ${period}`,
  );
const raise = (by: Person, more: object = {}): ReturnType<Person['post']> => {
  const told = { compoundId: place.compound, period: '2026-Q3', content: '广告收入与合同金额不符' };
  return by.post('/me/common-revenue/objections', { ...told, ...more });
};

/** The day goes on, and whoever works at an office or the firm signs in anew. */
async function onDay(day: string): Promise<void> {
  test.at(`${day}T09:00:00+08:00`);
  const anew = (person: Person): Promise<Person> => signIn(test, place.city, person.login);
  place = { ...place, desk: await anew(place.desk), firm: await anew(place.firm), admin: await anew(place.admin) };
}

describe('an objection of an owner', () => {
  it('is public without a name, and has its clock in working days', async () => {
    const { id } = said<{ id: string }>(await raise(owner, { entryId: entry }));
    expect(await everybodySees(id)).toMatchObject({ dueOn: '2026-11-16', state: 'open', entryNumber: '1' });
    const shown = said<{ items: object[] }>(await place.firm.get(`${place.at}/objections`));
    expect(shown.items).toHaveLength(1);
    expect(JSON.stringify(shown)).not.toContain(owner.id);
    expect(said<{ items: Objection[] }>(await owner.get('/me/common-revenue/objections')).items).toMatchObject([
      { id },
    ]);
  });

  it('is about a home of their own, a quarter that began, and an entry of it', async () => {
    const stranger = await anOwner(test, place.city);
    expect(codeOf(await raise(stranger))).toBe('compound.not-found');
    expect(codeOf(await raise(owner, { period: '2027-Q1' }))).toBe('common-revenue.quarter-ahead');
    expect(codeOf(await raise(owner, { period: '2026-H1' }))).toBe('common-revenue.no-quarter');
    expect(codeOf(await raise(owner, { period: '2026-Q4', entryId: entry }))).toBe('common-revenue.entry-elsewhere');
    expect(codeOf(await raise(owner, { entryId: randomUUID() }))).toBe('common-revenue.entry-elsewhere');
    expect(codeOf(await raise(place.desk))).toBe('request.forbidden');
  });
});

describe('an objection on paper', () => {
  it('is taken at the desk, and its paper is not shown to the firm', async () => {
    const fileId = await aScan(test, place.community, randomUUID());
    const told = { period: '2026-Q3', content: '业主李秀英要求公布广告合同', objector: '李秀英', fileId };
    const { id } = said<{ id: string }>(await place.community.post(`${place.at}/objections`, told));
    expect((await everybodySees(id))?.content).toBe('业主李*要求公布广告合同');
    expect((await opened(test, place.desk, fileId)).status).toBe(200);
    expect((await opened(test, place.firm, fileId)).status).toBe(404);
    expect(codeOf(await place.firm.post(`${place.at}/objections`, told))).toBe('request.forbidden');
  });
});

describe('objections at the desk', () => {
  it('come page by page, the latest first, and so do those of an owner', async () => {
    for (const content of ['没有看到充电桩收入', '没有看到快递柜收入']) said(await raise(owner, { content }));
    for (const [by, path] of [
      [place.firm, `${place.at}/objections`],
      [owner, '/me/common-revenue/objections'],
    ] as const) {
      const all = said<{ items: Objection[] }>(await by.get(path)).items.map(({ id }) => id);
      const walked: string[] = [];
      let next: string | null = '';
      while (next !== null && walked.length < 50) {
        const after = next === '' ? '' : `&after=${next}`;
        const page: { items: Objection[]; next: string | null } = said(await by.get(`${path}?limit=1${after}`));
        walked.push(...page.items.map(({ id }) => id));
        next = page.next;
      }
      expect(walked.length).toBeGreaterThan(2);
      expect(walked).toEqual(all);
      expect(all).toEqual(all.toSorted().toReversed());
    }
  });
});

describe('an answer', () => {
  it('comes with its paper, once, and is public', async () => {
    const { id } = said<{ id: string }>(await raise(owner));
    const fileId = await aScan(test, place.firm, randomUUID());
    const answer = { content: '已核对合同，下季度补列。', fileId };
    expect(codeOf(await place.community.post(`/common-revenue/objections/${id}/answer`, answer))).toBe(
      'request.forbidden',
    );
    said(await place.firm.post(`/common-revenue/objections/${id}/answer`, answer));
    expect(codeOf(await place.firm.post(`/common-revenue/objections/${id}/answer`, answer))).toBe(
      'common-revenue.answered-before',
    );
    expect(await everybodySees(id)).toMatchObject({ state: 'answered', answer: { content: answer.content } });
  });

  it('that does not come is on the list of the street, which takes it up', async () => {
    const { id } = said<{ id: string }>(await raise(owner, { content: '没有看到停车费收入' }));
    const at = `/common-revenue/objections/${id}/escalation`;
    const note = '逾期未答复，已约谈物业企业';
    expect(codeOf(await place.desk.post(at, { note }))).toBe('common-revenue.answer-awaited');
    expect(await late(place.desk)).toEqual(['statement 2026-Q3']);
    await onDay('2026-11-17');
    expect((await late(place.desk)).filter((each) => each === 'objection 2026-Q3')).toHaveLength(5);
    expect(await everybodySees(id)).toMatchObject({ state: 'overdue', dueOn: '2026-11-16' });
    expect(codeOf(await place.desk.post(at, { note, actId: randomUUID() }))).toBe('common-revenue.case-unfit');
    await granted(place.admin, place.desk, handedDown(place.city, { power: 'WY-18' }));
    const opening = { power: 'WY-18', body: `${place.city.code}02001`, compoundId: place.compound };
    const asked = {
      ...opening,
      applicant: '业主',
      papers: [{ paper: 'application' }],
      form: { matter: '公共收益公示', conclusion: '督促答复' },
    };
    const actId = said<{ id: string }>(await place.desk.post('/acts', asked)).id;
    said(await place.desk.post(at, { note, actId }));
    expect(codeOf(await place.desk.post(at, { note }))).toBe('common-revenue.escalated-before');
    expect(await everybodySees(id)).toMatchObject({ escalation: { content: note, onDay: '2026-11-17' } });
    const fileId = await aScan(test, place.firm, randomUUID());
    said(await place.firm.post(`/common-revenue/objections/${id}/answer`, { content: '停车费已补记', fileId }));
    expect(await everybodySees(id)).toMatchObject({ state: 'answered-late' });
  });
});
