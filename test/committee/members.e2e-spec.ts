import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays } from '#libs/kernel';
import { outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { rowsOf } from '../support/evidence.js';
import { aLogin } from '../support/people.js';
import { seated } from '../access/work/committee.js';
import { aBody, called, daysAhead, done, filed, ITEM, later, ofFirm, type ABody } from './bodies.js';

const TODAY = '2026-11-23';
let test: TestApp;

beforeAll(async () => {
  test = await testApp();
});
beforeEach(() => test.at(`${TODAY}T08:00:00+08:00`));
afterAll(() => test.close());

interface Shown {
  readonly sitting: number;
  readonly members: readonly { id: string; name: string; post: string; to: string; endKind: string | null }[];
  readonly due: readonly { kind: string; on: string; isOverdue: boolean }[];
}

const seat = (name: string, post = 'member', more: object = {}): object => ({
  ...{ name, post, from: '2026-01-01', basis: '选举结果公告1号' },
  ...more,
});

describe('seats of a committee', () => {
  it('are as many as were filed, one of them the chair’s, and within the term', async () => {
    const { desk, at } = await filed(test, { seats: 3 });
    const post = (body: object): Promise<[number, string]> => desk.post(`${at}/members`, body).then(outcomeOf);
    done(await desk.post(`${at}/members`, seat('赵一', 'chair')));
    expect(await post(seat('钱二', 'chair'))).toEqual([409, 'committee-member.post-held']);
    expect(await post(seat('赵一', 'deputy'))).toEqual([409, 'committee-member.twice']);
    expect(await post(seat('钱二', 'deputy', { from: '2025-12-31' }))).toEqual([422, 'committee-member.outside-term']);
    expect(await post(seat('钱二', 'deputy', { to: '2029-01-01' }))).toEqual([422, 'committee-member.outside-term']);
    done(await desk.post(`${at}/members`, seat('钱二', 'deputy')));
    done(await desk.post(`${at}/members`, seat('孙三')));
    expect(await post(seat('李四'))).toEqual([422, 'committee-member.no-seat']);
    done(await desk.post(`${at}/members`, seat('李四', 'alternate', { rank: 1 })));
    expect(await post(seat('周五', 'alternate', { rank: 1 }))).toEqual([409, 'committee-member.rank-taken']);
  });

  it('take the same person once, though two offices record it at the same moment', async () => {
    const { desk, colleague, at } = await filed(test);
    const answers = await Promise.all([desk, colleague].map((each) => each.post(`${at}/members`, seat('赵一'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('are corrected by new rows, and the old ones stay readable', async () => {
    const { desk, at, id, city } = await filed(test);
    const { seat: recordId } = await seated(desk, id, seat('赵乙', 'chair'));
    const said = { ...seat('赵一', 'chair'), reason: '姓名登记有误' };
    done(await desk.post(`${at}/members/${recordId}/correction`, said));
    const rows = await rowsOf(
      test,
      city,
      `SELECT name, superseded_at IS NULL AS current, change_reason FROM committee_member ORDER BY recorded_at, id`,
    );
    expect(rows).toEqual([
      { name: '赵乙', current: false, change_reason: null },
      { name: '赵一', current: true, change_reason: '姓名登记有误' },
    ]);
    const update = (): Promise<unknown> => rowsOf(test, city, `UPDATE committee_member SET name = '某人'`);
    await expect(update()).rejects.toThrow('permission denied');
  });

  it('go to alternates in their turn, and only where one is vacant', async () => {
    const { desk, at, members, alternates } = await aBody(test, { seats: 3, alternates: 2 });
    const [first, second] = alternates as [string, string];
    const step = { from: TODAY, basis: '递补公告2号' };
    const up = (recordId: string): Promise<[number, string]> =>
      desk.post(`${at}/members/${recordId}/succession`, step).then(outcomeOf);
    expect(await up(first)).toEqual([422, 'committee-member.no-vacancy']);
    const leaving = { kind: 'resigned', document: '辞职书', lastDay: addDays(TODAY, -1) };
    done(await desk.post(`${at}/members/${members[2]?.seat}/ending`, leaving));
    const vacant = done<Shown & Record<string, unknown>>(await desk.get(at));
    expect([vacant.sitting, vacant.due.map(({ kind }) => kind)]).toEqual([2, ['meeting-overdue', 'vacancy']]);
    expect(await up(second)).toEqual([422, 'committee-member.out-of-turn']);
    done(await desk.post(`${at}/members/${first}/succession`, step));
    expect(await up(first)).toEqual([422, 'committee-member.not-alternate']);
    const shown = done<Shown & Record<string, unknown>>(await desk.get(at));
    expect(shown.sitting).toBe(3);
    const risen = shown.members.filter(({ name }) => name === '候补1').map(({ post, endKind }) => [post, endKind]);
    expect(risen).toEqual([
      ['alternate', 'stepped-up'],
      ['member', null],
    ]);
  });

  it('are ended by disqualification with its ground, and by removal only where the owners resolved it', async () => {
    const { desk, at, members } = await aBody(test);
    const end = (who: number, body: object): Promise<[number, string]> =>
      desk
        .post(`${at}/members/${members[who]?.seat}/ending`, { document: '材料', lastDay: TODAY, ...body })
        .then(outcomeOf);
    expect(await end(2, { kind: 'disqualified' })).toEqual([400, 'request.invalid']);
    const unknown = '018f0000-0000-7000-8000-000000000000';
    expect(await end(2, { kind: 'removed', resolutionId: unknown })).toEqual([422, 'committee.resolution-unfit']);
    expect(await end(2, { kind: 'disqualified', ground: 'not-owner' })).toEqual([204, undefined]);
    expect(await end(2, { kind: 'resigned' })).toEqual([409, 'committee-member.ended']);
    expect(await end(1, { kind: 'resigned', lastDay: '2025-12-31' })).toEqual([422, 'committee-member.outside-term']);
  });

  it('hold the filing: its list is not taken back while somebody sits on the body', async () => {
    const { admin, city } = await aBody(test, { count: 1 });
    const [row] = await rowsOf<{ id: string }>(test, city, `SELECT id FROM import WHERE kind = 'committees'`);
    expect(outcomeOf(await admin.post(`/imports/${row?.id}/undo`))).toEqual([409, 'record.in-use']);
  });
});

describe('the sign-in of a seat', () => {
  it('is given once, and by nobody by hand', async () => {
    const { desk, admin, at, members, compound } = await aBody(test, { count: 1, alternates: 1 });
    const again = await desk.post(`${at}/members/${members[0]?.seat}/sign-in`, { login: aLogin() });
    expect(outcomeOf(again)).toEqual([409, 'committee-member.signs-in']);
    const scope = { kind: 'compound', id: compound };
    const byHand = await admin.post('/users', { login: aLogin(), name: '某人', role: 'committee-member', scope });
    expect(outcomeOf(byHand)).toEqual([422, 'grant.role-does-not-fit']);
  });

  it('is refused an alternate, and a login that somebody else has', async () => {
    const { desk, at, members, alternates, id } = await aBody(test, { count: 1, alternates: 1 });
    const waiting = await desk.post(`${at}/members/${alternates[0]}/sign-in`, { login: aLogin() });
    expect(outcomeOf(waiting)).toEqual([422, 'committee-member.not-in-office']);
    const other = await seated(desk, id, seat('钱二'));
    const taken = await desk.post(`${at}/members/${other.seat}/sign-in`, { login: desk.login });
    expect(outcomeOf(taken)).toEqual([409, 'user.login-taken']);
    expect(members).toHaveLength(1);
  });

  it('ends with the term by itself', async () => {
    const body = await aBody(test, { count: 1, to: '2026-12-01' });
    const [last] = (await later(test, body, '2026-12-01T23:59:00+08:00')).members as [ABody['members'][0]];
    expect((await last.person.get(body.at)).status).toBe(200);
    // Two minutes later the same token is good for nothing more.
    test.at('2026-12-02T00:01:00+08:00');
    expect(outcomeOf(await last.person.get(body.at))).toEqual([403, 'request.forbidden']);
  });

  it('ends with the last day in office of whoever resigns', async () => {
    const body = await aBody(test);
    const { desk, members, at } = body;
    const { seat: recordId, person } = members[2] as ABody['members'][0];
    done(await desk.post(`${at}/members/${recordId}/ending`, { kind: 'resigned', document: '辞职书', lastDay: TODAY }));
    expect((await person.get(at)).status).toBe(200);
    const next = (await later(test, body, '2026-11-24T08:00:00+08:00')).members.map((each) => each.person);
    expect(outcomeOf((await next[2]?.get(at)) as never)).toEqual([403, 'request.forbidden']);
    expect((await next[0]?.get(at))?.status).toBe(200);
  });

  it('goes at once where the last day lies behind', async () => {
    const { desk, members, at } = await aBody(test);
    const { seat: recordId, person } = members[2] as (typeof members)[0];
    const ending = { kind: 'disqualified', ground: 'not-owner', document: '过户证明', lastDay: addDays(TODAY, -3) };
    done(await desk.post(`${at}/members/${recordId}/ending`, ending));
    expect((await person.get(at)).status).toBe(401);
  });

  it('is of no use to another committee, nor to the firm', async () => {
    const body = await aBody(test, { count: 1 });
    const other = await aBody(test, { count: 1 });
    const mine = body.members[0]?.person;
    expect((await mine?.get(other.at))?.status).toBe(404);
    const firm = await ofFirm(test, body);
    expect(outcomeOf(await firm.get(body.at))).toEqual([403, 'request.forbidden']);
    expect(outcomeOf(await firm.get(`${body.at}/meetings`))).toEqual([403, 'request.forbidden']);
  });

  it('organises the assemblies of the committee, and only reads those of others', async () => {
    const { desk, members, compound } = await aBody(test, { count: 1 });
    const [{ person }] = members as [(typeof members)[0]];
    const call = { compoundId: compound, title: '业主大会', organiser: 'committee', organiserName: '业委会' };
    const motion = { title: '续聘物业', body: '续聘。', kind: 'plain', matters: ['M4'] };
    const { id } = done<{ id: string }>(await person.post('/assemblies', call));
    expect((await person.post(`/assemblies/${id}/motions`, motion)).status).toBe(201);
    const street = { ...call, organiser: 'sub-district', organiserName: '街道', organiserBasis: '1号' };
    expect(outcomeOf(await person.post('/assemblies', street))).toEqual([403, 'assembly.organiser-not-yours']);
    const theirs = done<{ id: string }>(await desk.post('/assemblies', street));
    expect((await person.get(`/assemblies/${theirs.id}`)).status).toBe(200);
    const meddling = await person.post(`/assemblies/${theirs.id}/motions`, motion);
    expect(outcomeOf(meddling)).toEqual([403, 'assembly.organiser-not-yours']);
  });
});

describe('what is due', () => {
  it('tells the street of a term that ends within sixty days, and of one that is over', async () => {
    const body = await aBody(test, { count: 5, to: '2027-01-23' });
    const dueOn = async (day: string): Promise<string[]> => {
      const { desk } = await later(test, body, `${day}T08:00:00+08:00`);
      const listed = done<{ items: Shown[] }>(await desk.get(`/committees?compound=${body.compound}`)).items;
      return (listed[0]?.due ?? []).map(({ kind, on, isOverdue }) => `${kind} ${on}${isOverdue ? ' late' : ''}`);
    };
    expect(await dueOn('2026-11-23')).not.toContain('term-ending 2027-01-23');
    expect(await dueOn('2026-11-24')).toContain('term-ending 2027-01-23');
    expect((await dueOn('2027-01-24'))[0]).toBe('term-over 2027-01-23 late');
  });

  it('lists for the street those that are behind, and none that is not', async () => {
    const behind = await aBody(test, { count: 3 });
    const shown = async (): Promise<number> =>
      done<{ items: object[] }>(await behind.desk.get('/committees?behind=true')).items.length;
    // Nobody has met yet.
    expect(await shown()).toBe(1);
    const call = { startsAt: daysAhead(test, 0), place: '活动室', items: [ITEM] };
    done((await behind.members[0]?.person.post(`${behind.at}/meetings`, call)) as never);
    expect(await shown()).toBe(0);
    const letter = { direction: 'in', counterpart: '物业', subject: '催收', onDay: '2026-11-01', needsAnswer: true };
    done((await behind.members[0]?.person.post(`${behind.at}/letters`, letter)) as never);
    expect(await shown()).toBe(1);
  });

  it('lets the end of the term turn target 2 without a word from anybody', async () => {
    const body = await aBody(test, { count: 5, to: '2026-12-01' });
    const stateOn = async (day: string): Promise<string | undefined> => {
      const { desk } = await later(test, body, `${day}T08:00:00+08:00`);
      const { verdicts } = done<{ verdicts: { target: string; state: string }[] }>(
        await desk.get(`/compounds/${body.compound}/coverage`),
      );
      return verdicts.find(({ target }) => target === 'C2')?.state;
    };
    expect([await stateOn('2026-12-01'), await stateOn('2026-12-02')]).toEqual(['COVERED', 'NOT_COVERED']);
  });

  interface Judged {
    readonly verdicts: readonly {
      readonly target: string;
      readonly state: string;
      readonly reasons: { code: string }[];
    }[];
  }
  /** Target 2 of a body's compound on a day, as it was known at an instant. */
  const judged = async (body: ABody, query: string): Promise<string> => {
    const { verdicts } = done<Judged>(await body.desk.get(`/compounds/${body.compound}/coverage?${query}`));
    const found = verdicts.find(({ target }) => target === 'C2');
    return [found?.state, ...(found?.reasons ?? []).map(({ code }) => code)].join(' ');
  };

  it('lets a seat that ends turn target 2 from the next day on, and leaves what was known before', async () => {
    const body = await later(test, await aBody(test, { count: 5 }), '2026-11-24T08:00:00+08:00');
    expect(await judged(body, 'asOf=2026-11-24')).toBe('COVERED');
    const before = test.now().toISOString();
    test.at('2026-11-24T08:05:00+08:00');
    const gone = { kind: 'resigned', document: '辞职信', lastDay: '2026-11-24' };
    done(await body.desk.post(`${body.at}/members/${body.members[4]?.seat}/ending`, gone));
    const few = 'COVERED_WITH_DEFECT c2.few-members';
    expect(await judged(body, 'asOf=2026-11-24')).toBe('COVERED');
    expect(await judged(body, 'asOf=2026-11-25')).toBe(few);
    expect(await judged(body, 'asOf=2026-12-26')).toBe('NOT_COVERED c2.few-members');
    expect(await judged(body, `asOf=2026-11-25&knownAt=${encodeURIComponent(before)}`)).toBe('COVERED');
  });

  it('takes nothing from a body whose register of seats is half kept', async () => {
    expect(await judged(await aBody(test, { count: 2 }), 'asOf=2026-11-24')).toBe('COVERED');
  });

  it('takes a meeting to which members came for a sign of life', async () => {
    const body = await later(test, await aBody(test, { count: 5, from: '2025-01-01' }), '2026-11-24T08:00:00+08:00');
    expect(await judged(body, 'asOf=2026-11-24')).toBe('UNVERIFIED c2.unchecked');
    const meeting = await called(test, body);
    expect(await judged(body, 'asOf=2026-11-24')).toBe('UNVERIFIED c2.unchecked');
    const present = { present: body.members.map(({ personId }) => personId) };
    done((await body.members[0]?.person.post(`${body.at}/meetings/${meeting}/attendance`, present)) as never);
    expect(await judged(body, 'asOf=2026-11-24')).toBe('COVERED');
    expect(await judged(body, 'asOf=2027-05-25')).toBe('STALE c2.inactive');
  });

  it('is nothing that is set for a day after the term', async () => {
    const { members, at } = await aBody(test, { to: '2026-12-01' });
    const late = { startsAt: daysAhead(test, 10), place: '活动室', items: [ITEM] };
    expect(outcomeOf((await members[0]?.person.post(`${at}/meetings`, late)) as never)).toEqual([
      422,
      'committee.term-over',
    ]);
  });
});
