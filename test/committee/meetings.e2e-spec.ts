import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Resolution } from '#libs/assembly';
import { Database } from '#libs/platform';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { rowsOf } from '../support/evidence.js';
import type { Person } from '../support/people.js';
import { noticed } from '../assembly/support/votes.js';
import { aBody, called, daysAhead, done, held, ITEM, later, votesOf, type ABody, type Meeting } from './bodies.js';

let test: TestApp;

beforeAll(async () => {
  test = await testApp();
});
beforeEach(() => test.at('2026-11-23T08:00:00+08:00'));
afterAll(() => test.close());

const person = (body: ABody, at: number): Person => body.members[at]?.person as Person;
const shown = async (body: ABody, meeting: string): Promise<Meeting> =>
  done<Meeting & Record<string, unknown>>(await body.desk.get(`${body.at}/meetings/${meeting}`));

async function dueOf({ desk, at }: ABody): Promise<string[]> {
  const { due } = done<{ due: { kind: string; isOverdue: boolean }[] }>(await desk.get(at));
  return due.map(({ kind, isOverdue }) => `${kind} ${isOverdue}`);
}

/** A row that only an adopted motion leaves. */
async function resolved(body: ABody, matters: string[]): Promise<string> {
  const { id: assemblyId, motions } = await noticed(body);
  const id = randomUUID();
  const cityId = body.city.city.id;
  const of = { cityId, id, assemblyId, motionId: motions[0] ?? '', compoundId: body.compound };
  const row = { ...of, title: '决议', matters, choice: null, adoptedOn: '2026-11-01' };
  await test.app.get(Database).transaction({ cityId }, (manager) => manager.insert(Resolution, row));
  return id;
}

describe('a meeting of a committee', () => {
  it('is called seven days before, the first of a term at once', async () => {
    const body = await aBody(test);
    await called(test, body);
    const call = async (days: number): Promise<[number, string]> =>
      outcomeOf(
        await person(body, 0).post(`${body.at}/meetings`, {
          ...{ startsAt: daysAhead(test, days), place: '活动室', items: [ITEM] },
        }),
      );
    expect(await call(6)).toEqual([422, 'committee-meeting.notice-short']);
    expect(await call(7)).toEqual([201, undefined]);
    expect(await call(-1)).toEqual([422, 'committee-meeting.past']);
  });

  it('is called by the chair or deputy, or by a third of the members', async () => {
    const body = await aBody(test, { count: 5 });
    await called(test, body);
    const call = (proposers: readonly string[]): Promise<[number, string]> =>
      person(body, 2)
        .post(`${body.at}/meetings`, { startsAt: daysAhead(test, 9), place: '活动室', proposers, items: [ITEM] })
        .then(outcomeOf);
    expect(await call([])).toEqual([422, 'committee-meeting.caller-unfit']);
    expect(await call([body.members[3]?.personId ?? ''])).toEqual([201, undefined]);
    const deputy = { startsAt: daysAhead(test, 9), place: '活动室', items: [ITEM] };
    expect((await person(body, 1).post(`${body.at}/meetings`, deputy)).status).toBe(201);
  });

  it('is called by nobody who is not in office: neither the street, nor the firm', async () => {
    const body = await aBody(test, { count: 1 });
    const call = { startsAt: daysAhead(test, 9), place: '活动室', items: [ITEM] };
    expect(outcomeOf(await body.desk.post(`${body.at}/meetings`, call))).toEqual([403, 'request.forbidden']);
    const ending = { kind: 'resigned', document: '辞职书', lastDay: '2026-11-23' };
    done(await body.desk.post(`${body.at}/members/${body.members[0]?.seat}/ending`, ending));
    // The grant holds to the end of the last day, and so does the seat.
    expect((await person(body, 0).post(`${body.at}/meetings`, call)).status).toBe(201);
  });

  it('decides nothing that owners decide together, whatever the item calls itself', async () => {
    const body = await aBody(test);
    const call = (item: object): Promise<[number, string]> =>
      person(body, 0)
        .post(`${body.at}/meetings`, { startsAt: daysAhead(test, 9), place: '活动室', items: [{ ...ITEM, ...item }] })
        .then(outcomeOf);
    expect(await call({ matter: 'M4' })).toEqual([422, 'committee.assembly-matter']);
    expect(await call({ title: '关于解聘现物业公司的决定' })).toEqual([422, 'committee.assembly-matter']);
    expect(await call({ matter: 'X9' })).toEqual([422, 'committee.matter-unknown']);
    expect(await call({ title: '解聘现物业公司', kind: 'propose', matter: 'M4' })).toEqual([201, undefined]);
    expect(await call({ title: '解聘现物业公司', kind: 'execute' })).toEqual([422, 'committee.resolution-unfit']);
    const other = await resolved(body, ['M5']);
    const wrong = { title: '解聘现物业公司', kind: 'execute', resolutionId: other };
    expect(await call(wrong)).toEqual([422, 'committee.resolution-unfit']);
    expect(await call({ title: '使用维修资金更换钢丝绳', kind: 'execute', resolutionId: other })).toEqual([
      201,
      undefined,
    ]);
    const refused = await person(body, 0).post(`${body.at}/meetings`, {
      ...{ startsAt: daysAhead(test, 9), place: '活动室', items: [{ ...ITEM, matter: 'M4' }] },
    });
    expect(bodyOf<{ detail: string }>(refused).detail).toContain('应由业主共同决定，业委会无权决定');
  });

  it('needs more than half of the members, and a majority of all of them', async () => {
    const body = await aBody(test, { count: 5 });
    const meeting = await called(test, body, [ITEM, { ...ITEM, title: '购置长椅' }]);
    const [first, second] = (await held(body, meeting, 2)) as [string, string];
    const decide = (itemId: string, said: readonly string[]): Promise<[number, string]> =>
      person(body, 0)
        .post(`${body.at}/meetings/${meeting}/decisions`, { itemId, wording: '同意。', votes: votesOf(body, said) })
        .then(outcomeOf);
    expect(await decide(first, ['for', 'for'])).toEqual([422, 'committee-meeting.no-quorum']);
    await held(body, meeting, 3);
    expect(await decide(first, ['for', 'for'])).toEqual([422, 'committee-decision.vote-missing']);
    expect(await decide(first, ['for', 'for', 'for', 'for'])).toEqual([422, 'committee-decision.absent']);
    expect(await decide(first, ['for', 'for', 'abstain'])).toEqual([201, undefined]);
    expect(await decide(second, ['for', 'for', 'for'])).toEqual([201, undefined]);
    expect(await decide(second, ['for', 'for', 'for'])).toEqual([409, 'committee-decision.made']);
    const { decisions } = await shown(body, meeting);
    expect(decisions.map(({ isAdopted, inFavour }) => [isAdopted, inFavour])).toEqual([
      [false, 2],
      [true, 3],
    ]);
  });

  it('puts an item to the vote once, though two write it down at the same moment', async () => {
    const body = await aBody(test);
    const meeting = await called(test, body);
    const [itemId] = await held(body, meeting, 3);
    const vote = { itemId, wording: '同意。', votes: votesOf(body, ['for', 'for', 'for']) };
    const both = await Promise.all(
      [0, 1].map((at) => person(body, at).post(`${body.at}/meetings/${meeting}/decisions`, vote)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('hears nothing of a member who is concerned, and the bar stays where it was', async () => {
    const body = await aBody(test);
    const interest = { subject: '顺达装饰公司', relation: '配偶任职' };
    done(await person(body, 1).post(`${body.at}/conflicts`, interest));
    const meeting = await called(test, body, [{ ...ITEM, body: '由顺达装饰公司修缮。' }, ITEM]);
    const [concerned, other] = (await held(body, meeting, 3)) as [string, string];
    const { agenda } = await shown(body, meeting);
    expect(agenda.map(({ recused }) => recused)).toEqual([[body.members[1]?.personId], []]);
    const decide = (itemId: string, votes: object): Promise<[number, string]> =>
      person(body, 0)
        .post(`${body.at}/meetings/${meeting}/decisions`, { itemId, wording: '同意。', votes })
        .then(outcomeOf);
    const all = votesOf(body, ['for', 'for', 'for']);
    expect(await decide(concerned, all)).toEqual([422, 'committee-decision.recused']);
    expect(await decide(concerned, [all[0], all[2]])).toEqual([201, undefined]);
    expect(await decide(other, all)).toEqual([201, undefined]);
    const { decisions } = await shown(body, meeting);
    expect(decisions[0]?.votes.map(({ choice }) => choice).sort()).toEqual(['for', 'for', 'recused']);
  });

  it('is signed by those who were there, and its minutes are posted once enough have signed', async () => {
    const body = await aBody(test);
    const meeting = await called(test, body);
    await held(body, meeting, 2);
    const at = `${body.at}/meetings/${meeting}`;
    const sign = (who: number): Promise<[number, string]> => person(body, who).post(`${at}/signature`).then(outcomeOf);
    expect(await sign(0)).toEqual([409, 'committee-meeting.state']);
    done(await person(body, 0).post(`${at}/minutes`, { content: '到会两人，议定修缮凉亭。' }));
    expect(await sign(2)).toEqual([422, 'committee-meeting.was-absent']);
    expect(await sign(0)).toEqual([204, undefined]);
    expect(await sign(0)).toEqual([409, 'committee-meeting.signed']);
    const post = (by: ABody): Promise<[number, string]> =>
      person(by, 0).post(`${at}/publication`, { place: '公告栏' }).then(outcomeOf);
    expect(await post(body)).toEqual([422, 'committee-meeting.unsigned']);
    expect(await sign(1)).toEqual([204, undefined]);
    expect(await dueOf(body)).toContain('publication false');
    const after = await later(test, body, '2026-11-27T08:00:00+08:00');
    expect(await dueOf(after)).toContain('publication true');
    expect(await post(after)).toEqual([204, undefined]);
    expect(await dueOf(after)).not.toContain('publication true');
  });

  it('is held on its day, and nothing of it is ever edited', async () => {
    const body = await aBody(test);
    const startsAt = daysAhead(test, 9);
    const call = { startsAt, place: '活动室', items: [ITEM] };
    const { id } = done<{ id: string }>(await person(body, 0).post(`${body.at}/meetings`, call));
    const present = [body.members[0]?.personId];
    const early = await person(body, 0).post(`${body.at}/meetings/${id}/attendance`, { present });
    expect(outcomeOf(early)).toEqual([409, 'committee-meeting.not-yet']);
    done(await person(body, 0).post(`${body.at}/meetings/${id}/cancellation`, { reason: '改期' }));
    const then = await later(test, body, '2026-12-02T09:00:00+08:00');
    const off = await person(then, 0).post(`${body.at}/meetings/${id}/attendance`, { present });
    expect(outcomeOf(off)).toEqual([409, 'committee-meeting.state']);
    for (const table of ['committee_meeting', 'committee_decision_vote', 'committee_minutes', 'committee_signature']) {
      await expect(rowsOf(test, body.city, `DELETE FROM ${table}`)).rejects.toThrow('permission denied');
    }
  });
});

describe('a 物管会', () => {
  it('needs most of its owners as well', async () => {
    const body = await aBody(test, { kind: '物管会', seats: 7, count: 3 });
    const outsiders = await Promise.all(
      ['街道王', '社区李'].map((name) =>
        body.desk.post(`${body.at}/members`, {
          name,
          post: 'member',
          isOwner: false,
          from: '2026-01-01',
          basis: '组建决定',
        }),
      ),
    );
    outsiders.forEach((each) => done(each));
    const { members } = done<{ members: { personId: string; isOwner: boolean }[] }>(await body.desk.get(body.at));
    const others = members.filter(({ isOwner }) => !isOwner).map(({ personId }) => personId);
    const meeting = await called(test, body);
    const [itemId] = await held(body, meeting, 1);
    const chair = person(body, 0);
    done(await chair.post(`${body.at}/meetings/${meeting}/attendance`, { present: others }));
    const votes = [...votesOf(body, ['for']), ...others.map((personId) => ({ personId, choice: 'for' }))];
    const decide = await chair.post(`${body.at}/meetings/${meeting}/decisions`, { itemId, wording: '同意。', votes });
    expect(outcomeOf(decide)).toEqual([422, 'committee-meeting.no-quorum']);
  });
});
