import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { rowsOf } from '../support/evidence.js';
import type { Person } from '../support/people.js';
import { brokenIn } from './support/invariants.js';
import { bound, castByPhone, neighbours, ownVote, untilTheClose, type OwnParty } from './support/own-voters.js';
import { castMany, certified, done, opened, type Certified, type Owners, type Prepared } from './support/votes.js';

let test: TestApp;
let owners: Owners;
let assembly: Prepared;
let li: Person;
let wang: Person;
let party: string;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  const all = await neighbours(test);
  ({ owners } = all);
  [li, wang] = [await bound(test, owners, all.phones.li), await bound(test, owners, all.phones.wang)];
  await vote();
});
afterEach(async () => {
  expect(await brokenIn(test, owners.city)).toEqual([]);
});

async function vote(rules: object = {}): Promise<void> {
  assembly = await opened(test, owners, { rules });
  party = (await own(li)).partyId;
}

const own = async (person: Person): Promise<OwnParty> => (await ownVote(person, assembly.id)).parties[0] as OwnParty;

const state = (person: Person, said: string): Promise<Response> => {
  const answers = assembly.motions.map((motion) => ({ motion, ticked: [said] }));
  return person.post(`/me/assemblies/${assembly.id}/parties/${party}/statements`, { answers });
};

const needed = async (): Promise<number | undefined> => (await ownVote(li, assembly.id)).turnout?.stillNeeded.heads;

/** Li is named by both, at the desk. */
async function named(): Promise<void> {
  const at = `/compounds/${owners.compound}/units`;
  const [unit] = done<{ items: { id: string; owners: { id: string; name: string }[] }[] }>(
    await owners.admin.get(`${at}?q=2-1-201`),
  ).items;
  const ownerId = unit?.owners.find(({ name }) => name.startsWith('李'))?.id;
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  done(await owners.admin.post(`${at}/${unit?.id}/representative`, { ownerId, on: today, reason: '共同推选' }));
}

/** Six others say yes, so that the couple decides whether enough took part, as in the worked example. */
async function counted(): Promise<Certified['record']> {
  await castMany(test, owners, assembly, { for: 6 });
  return (await certified(test, owners, assembly.id)).record;
}

describe('co-owners who named nobody', () => {
  it('cast once, by any of them, and count when the other one agrees', async () => {
    done(await castByPhone(test, li, assembly, { party }));
    expect(await own(li)).toMatchObject({ standing: 'has-voted', capacity: 'owner' });
    expect(await own(wang)).toMatchObject({ standing: 'co-owner-cast', ballot: { isOwn: false } });
    const lines = done<{ items: object[] }>(await wang.get('/me/assemblies')).items;
    expect(lines).toMatchObject([{ toCast: 0, cast: 1, toState: 1 }]);
    expect(done(await state(wang, 'for'))).toEqual({ agrees: true });
    expect(await needed()).toBe(5);
    expect((await counted()).ballots).toMatchObject({ standing: 7, disputed: 0 });
  });

  it('who say different things count for nobody, whoever came first, until they agree', async () => {
    done(await castByPhone(test, li, assembly, { party }));
    expect(outcomeOf(await castByPhone(test, wang, assembly, { party, said: 'against' }))).toEqual([
      409,
      'own-vote.co-owner-cast',
    ]);
    expect(done(await state(wang, 'against'))).toEqual({ agrees: false });
    expect(done(await state(wang, 'abstain'))).toEqual({ agrees: false });
    expect([(await own(li)).standing, (await own(wang)).standing, await needed()]).toEqual(['disputed', 'disputed', 6]);
    expect(await own(wang)).toMatchObject({ isOwnDissent: true });
    expect(done(await state(wang, 'for'))).toEqual({ agrees: true });
    expect([(await own(li)).standing, await needed()]).toEqual(['has-voted', 5]);
    const rows = await rowsOf(test, owners.city, 'SELECT to_jsonb(d)::text AS row FROM ballot_dissent d');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/against|abstain/);
  });

  it('are still of two minds at the close: not counted, told in the record, and on the board all the same', async () => {
    done(await castByPhone(test, li, assembly, { party }));
    done(await state(wang, 'against'));
    const record = await counted();
    expect(record.ballots).toMatchObject({ standing: 7, disputed: 1, byChannel: { desk: 6 } });
    const board = done<{ size: number }>(await owners.desk.get(`/assemblies/${assembly.id}/board`));
    expect(board.size).toBe(7);
    await untilTheClose(test, owners, assembly.id, -1);
    expect(outcomeOf(await state(wang, 'for'))).toEqual([409, 'ballot.too-late']);
  });

  it('who cast at once are one ballot, also where ballots may be changed, and the second one says so', async () => {
    await vote({ mayChange: true, rulesClause: '议事规则第九条' });
    const answers = await Promise.all([
      castByPhone(test, li, assembly, { party, said: 'for' }),
      castByPhone(test, wang, assembly, { party, said: 'against' }),
      castByPhone(test, li, assembly, { party, said: 'for' }),
      castByPhone(test, wang, assembly, { party, said: 'against' }),
    ]);
    const first = await rowsOf<{ by: string }>(
      test,
      owners.city,
      `SELECT by_name AS by FROM ballot WHERE assembly_id = '${assembly.id}' ORDER BY cast_at`,
    );
    expect(new Set(first.map(({ by }) => by)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    const second = (await own(li)).ballot?.isOwn ? wang : li;
    expect(await own(second)).toMatchObject({ standing: 'co-owner-cast' });
    expect(done(await state(second, second === wang ? 'against' : 'for'))).toEqual({ agrees: false });
  });

  it('name one of them: that one casts anew for all, and it counts', async () => {
    done(await castByPhone(test, wang, assembly, { party, said: 'against' }));
    done(await state(li, 'for'));
    await named();
    expect([(await own(li)).standing, (await own(wang)).standing]).toEqual(['may-change', 'disputed']);
    expect(outcomeOf(await castByPhone(test, wang, assembly, { party, said: 'against' }))).toEqual([
      403,
      'own-vote.another-casts',
    ]);
    done(await castByPhone(test, li, assembly, { party }));
    expect([(await own(li)).standing, (await own(wang)).standing, await needed()]).toEqual([
      'has-voted',
      'has-voted',
      5,
    ]);
    expect((await counted()).ballots).toMatchObject({ standing: 7, replaced: 1, disputed: 0 });
  });

  it('have nothing to say to a ballot of their own, of another party, or of none', async () => {
    expect(outcomeOf(await state(wang, 'for'))).toEqual([409, 'own-vote.no-statement']);
    done(await castByPhone(test, li, assembly, { party }));
    expect(outcomeOf(await state(li, 'for'))).toEqual([409, 'own-vote.no-statement']);
    expect(outcomeOf(await state(wang, 'perhaps'))).toEqual([422, 'ballot.answer-unknown']);
  });
});

describe('co-owners, where the published rules ask for a representative', () => {
  it('cast once one of them is named, and the other one is told who casts', async () => {
    await vote({ coOwners: 'REPRESENTATIVE' });
    const of = { party };
    expect(await own(li)).toMatchObject({ standing: 'representative-missing', units: 1 });
    expect(outcomeOf(await castByPhone(test, wang, assembly, of))).toEqual([403, 'own-vote.representative-missing']);
    await named();
    expect((await own(wang)).standing).toBe('another-casts');
    expect(outcomeOf(await castByPhone(test, wang, assembly, of))).toEqual([403, 'own-vote.another-casts']);
    done(await castByPhone(test, li, assembly, of));
    expect((await own(li)).capacity).toBe('representative');
    expect(await own(wang)).toMatchObject({ standing: 'has-voted', ballot: { channel: 'phone', isOwn: false } });
    expect((await wang.get(`/me/assemblies/${assembly.id}/ballots/${party}`)).status).toBe(404);
  });
});
