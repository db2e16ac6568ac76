import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { UnitBindingsService } from '../../libs/roster/src/bindings/unit-bindings.service.js';
import { cityOf, placeOf, TODAY, type Place } from '../access/places.js';
import { anOwner, aPhone } from '../roster/owners.js';
import { outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import type { Person } from '../support/people.js';
import { daysAhead, done, ITEM } from './bodies.js';

let test: TestApp;
let own: Place;
let owner: Person;
let stranger: Person;

beforeAll(async () => {
  test = await testApp();
  test.at(`${TODAY}T08:00:00+08:00`);
  const city = await cityOf(test, ['本区']);
  own = await placeOf(test, city, { mark: '本区', number: 1 });
  const phone = aPhone();
  const { compound: compoundId, bindable } = own.register;
  const told = { ownerId: bindable.owner, phone, seenDocument: '身份证、不动产权证', reason: '本人到场' };
  await test.app.get(UnitBindingsService).bindAtDesk(city.operator, { compoundId, unitId: bindable.unit }, told);
  owner = await anOwner(test, city, phone);
  stranger = await anOwner(test, city);
});
afterAll(() => test.close());

interface Shown {
  readonly items: readonly {
    readonly members: readonly { name: string; post: string }[];
    readonly meetings: readonly { id: string; publishedOn: string | null }[];
    readonly seals: readonly object[];
    readonly sealUses: readonly { agreed: number; members: number }[];
    readonly stipends: readonly { amountFen: string; resolution: string }[];
  }[];
}

describe('everybody', () => {
  it('reads who sits on a committee and until when, and nothing else of them', async () => {
    const path = `/api/v1/public/${own.city.code}/compounds/${own.vote.compound}/committees`;
    const { compound, items } = done<{ compound: string; items: { members: object[] }[] }>(await test.http.get(path));
    expect([compound !== '', items.length]).toEqual([true, 1]);
    const [body] = items;
    expect(body?.members.length).toBeGreaterThan(0);
    for (const member of body?.members ?? []) {
      expect(Object.keys(member).sort()).toEqual(['from', 'name', 'post', 'to']);
    }
    const unknown = `/api/v1/public/${own.city.code}/compounds/${own.body.id}/committees`;
    expect(outcomeOf(await test.http.get(unknown))).toEqual([404, 'compound.not-found']);
  });
});

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const { query } = pg.Client.prototype as unknown as {
    query: (this: pg.Client, ...given: unknown[]) => unknown;
  };
  let count = 0;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...given: unknown[]): unknown {
      count += 1;
      return query.apply(this, given);
    },
  });
  try {
    await work();
  } finally {
    Object.assign(pg.Client.prototype, { query });
  }
  return count;
}

describe('an owner of the compound', () => {
  it('reads who sits on the committee, what it posted, sealed and paid', async () => {
    const [body] = done<Shown & Record<string, unknown>>(await owner.get('/me/committees')).items;
    expect(body?.members.map(({ name, post }) => `${name} ${post}`)).toEqual([
      ...['本区甲 chair', '本区乙 deputy', '本区丙 member', '本区丁 alternate'],
    ]);
    // The one that was called off is not there.
    expect(body?.meetings).toMatchObject([{ id: own.body.meeting, publishedOn: TODAY }]);
    expect(body?.seals).toEqual([{ inscription: '本区业委会', holder: '本区街道办' }]);
    expect(body?.sealUses).toMatchObject([{ agreed: 2, members: 3, paper: '本区申请书' }]);
    expect(body?.stipends.map(({ amountFen }) => amountFen)).toEqual(['-30000', '30000']);
    expect(body?.stipends[0]?.resolution).toBe('本区津贴办法');
  });

  it('reads the posted minutes with their counts, and no single vote', async () => {
    const answer = await owner.get(`/me/committees/${own.body.id}/meetings/${own.body.meeting}`);
    expect(answer.body).toMatchObject({
      ...{ present: ['本区甲', '本区乙'], content: '会议记录。' },
      decisions: [{ inFavour: 2, against: 0, recused: 0, isAdopted: true }],
    });
    expect(answer.text).not.toContain('votes');
  });

  it('is told of a meeting ahead, and reads nothing of it before it is posted', async () => {
    const { chair, id } = own.body;
    const call = { startsAt: daysAhead(test, 9), place: '活动室', items: [ITEM] };
    const meeting = done<{ id: string }>(await chair.post(`/committees/${id}/meetings`, call)).id;
    const [body] = done<Shown & Record<string, unknown>>(await owner.get('/me/committees')).items;
    expect(body?.meetings[0]).toMatchObject({ id: meeting, publishedOn: null });
    const early = await owner.get(`/me/committees/${id}/meetings/${meeting}`);
    expect(outcomeOf(early)).toEqual([404, 'committee-meeting.not-found']);
  });

  it('asks the database as often for many stipends and meetings as for few', async () => {
    const { chair, chairId, id, resolution } = own.body;
    const few = await statementsOf(() => owner.get('/me/committees'));
    for (const n of [1, 2, 3]) {
      const paid = { personId: chairId, amountFen: '100', period: `第${n}次`, paidOn: TODAY, resolutionId: resolution };
      done(await chair.post(`/committees/${id}/stipends`, paid));
      const call = { startsAt: daysAhead(test, 9 + n), place: '活动室', items: [ITEM] };
      done(await chair.post(`/committees/${id}/meetings`, call));
    }
    expect(await statementsOf(() => owner.get('/me/committees'))).toBe(few);
  });
});

describe('an owner of another compound', () => {
  it('sees nothing of it', async () => {
    expect((await stranger.get('/me/committees')).body).toEqual({ items: [] });
    const minutes = await stranger.get(`/me/committees/${own.body.id}/meetings/${own.body.meeting}`);
    expect(outcomeOf(minutes)).toEqual([404, 'committee.not-found']);
    expect((await stranger.get(`/committees/${own.body.id}`)).status).toBe(403);
  });
});
