import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anOwner } from '../../roster/owners.js';
import { outcomeOf } from '../../support/answers.js';
import { testApp, type TestApp } from '../../support/app.js';
import type { Person } from '../../support/people.js';
import { statementsOf } from '../../roster/statements.js';
import { brokenIn } from '../support/invariants.js';
import { bound, castByPhone, neighbours, ownVote, type Neighbours, type OwnParty } from '../support/own-voters.js';
import { castMany, certified, closed, done, noticed, opened, prepared, type Owners } from '../support/votes.js';

let test: TestApp;
let owners: Owners;
let phones: Neighbours['phones'];
let zhang: Person;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  ({ owners, phones } = await neighbours(test));
  zhang = await bound(test, owners, phones.zhang);
});
afterEach(async () => {
  expect(await brokenIn(test, owners.city)).toEqual([]);
});

interface Line {
  readonly id: string;
  readonly phase: string;
  readonly parties: number;
  readonly toCast: number;
  readonly cast: number;
}

const linesOf = async (person: Person): Promise<Line[]> =>
  done<{ items: Line[] }>(await person.get('/me/assemblies')).items;

/** The objections to a roll, as the desk reads them. */
const listedObjections = async (id: string): Promise<{ objector: string; ownerIds: string[] }[]> =>
  done<{ items: { objector: string; ownerIds: string[] }[] }>(
    await owners.desk.get(`/assemblies/${id}/roll/objections`),
  ).items;

const own = async (person: Person, id: string): Promise<OwnParty> => (await ownVote(person, id)).parties[0] as OwnParty;

describe('the votes of an owner', () => {
  it('are those of the own compound from the notice on, open ones first', async () => {
    const past = await opened(test, owners, { title: '第一次' });
    await closed(test, owners, past.id);
    const coming = await noticed(owners, { title: '第三次' });
    const open = await opened(test, owners, { title: '第二次' });
    const draft = await prepared(owners, { title: '第四次' });
    const elsewhere = await opened(test, owners, { title: '一号楼', building: '1' });
    const lines = await linesOf(zhang);
    expect(lines.map(({ id, phase, parties, toCast }) => [id, phase, parties, toCast])).toEqual([
      [open.id, 'open', 1, 1],
      [coming.id, 'coming', 1, 1],
      [past.id, 'past', 1, 1],
    ]);
    expect((await zhang.get(`/me/assemblies/${draft.id}`)).status).toBe(404);
    expect(await ownVote(zhang, elsewhere.id)).toMatchObject({ parties: [], turnout: null });
    expect((await linesOf(await anOwner(test, owners.city))).length).toBe(0);
  });

  it('tell what one’s ballot stands for, and what is still needed, to the last 0.01 m²', async () => {
    const { id } = await opened(test, owners);
    const before = await ownVote(zhang, id);
    expect(before).toMatchObject({ phase: 'open', daysLeft: 9, objectTo: null });
    expect(before.parties).toMatchObject([
      { label: '2-1-101、2-1-102', units: 2, weight: '13742', standing: 'may-cast', capacity: 'owner', ballot: null },
    ]);
    // 9 heads and 907.42 m² in all: two thirds are 6 and 604.95 m² (604.9467 rounded up).
    expect(before.turnout).toMatchObject({ isQuorate: false, stillNeeded: { heads: 6, weight: '60495' } });
  });

  it('take as many statements for many votes and homes as for one', async () => {
    const zhao = await bound(test, owners, phones.zhao);
    const { id } = await opened(test, owners);
    const list = (person: Person) => (): Promise<unknown> => person.get('/me/assemblies');
    const one = (person: Person) => (): Promise<unknown> => person.get(`/me/assemblies/${id}`);
    await Promise.all([list(zhao)(), one(zhao)()]);
    const few = [await statementsOf(list(zhao)), await statementsOf(one(zhao))];
    for (const title of ['第二次', '第三次', '第四次']) await noticed(owners, { title });
    await list(zhang)();
    expect([await statementsOf(list(zhang)), await statementsOf(one(zhang))]).toEqual(few);
    expect(few[1]).toBeLessThan(30);
  });

  it('take a ballot that counts at once, is receipted, and is on the board in the end', async () => {
    const assembly = await opened(test, owners);
    const { id } = assembly;
    const { partyId: party } = await own(zhang, id);
    const key = randomUUID();
    const receipt = done<{ receipt: string; text: string; code: string }>(
      await castByPhone(test, zhang, assembly, { party, key }),
    );
    expect(done(await castByPhone(test, zhang, assembly, { party, key }))).toEqual(receipt);
    const after = await ownVote(zhang, id);
    expect(after.turnout?.stillNeeded).toEqual({ heads: 5, weight: '46753' });
    expect(after.parties[0]).toMatchObject({
      standing: 'has-voted',
      ballot: { channel: 'phone', code: receipt.code, isOwn: true },
    });
    expect(done(await zhang.get(`/me/assemblies/${id}/ballots/${party}`))).toMatchObject({
      receipt: receipt.receipt,
      text: receipt.text,
    });
    expect((await linesOf(zhang))[0]).toMatchObject({ toCast: 0, cast: 1 });
    await castMany(test, owners, assembly, { for: 6 });
    await certified(test, owners, id);
    done(await owners.desk.post(`/assemblies/${id}/publication`, { reason: '张贴于公告栏' }));
    const board = done<{ leaves: string[] }>(
      await test.http.get(`/api/v1/public/${owners.city.code}/assemblies/${id}/board`),
    );
    expect(board.leaves.map((leaf) => Buffer.from(leaf, 'base64').toString('hex'))).toContain(receipt.receipt);
    expect(await ownVote(zhang, id)).toMatchObject({ phase: 'past', turnout: null, objectTo: 'result' });
  });

  it('let a ballot be changed only where the published rules say so, and then the last one counts', async () => {
    const final = await opened(test, owners, { title: '不可改' });
    const { partyId: party } = await own(zhang, final.id);
    done(await castByPhone(test, zhang, final, { party }));
    expect(outcomeOf(await castByPhone(test, zhang, final, { party, said: 'against' }))).toEqual([
      409,
      'ballot.already-cast',
    ]);
    const rules = { mayChange: true, rulesClause: '议事规则第九条' };
    const open = await opened(test, owners, { title: '可改', rules });
    const mine = await own(zhang, open.id);
    done(await castByPhone(test, zhang, open, { party: mine.partyId }));
    const first = (await own(zhang, open.id)).ballot?.code;
    expect((await own(zhang, open.id)).standing).toBe('may-change');
    const second = done<{ code: string }>(
      await castByPhone(test, zhang, open, { party: mine.partyId, said: 'against' }),
    );
    expect(second.code).not.toBe(first);
    expect((await own(zhang, open.id)).ballot?.code).toBe(second.code);
  });

  it('take objections, to the roll before the vote and to the result after it, with their answers', async () => {
    const { id } = await noticed(owners);
    const at = `/me/assemblies/${id}`;
    expect(outcomeOf(await zhang.post(`${at}/objections`, { content: '计票有误' }))).toEqual([
      409,
      'objection.too-early',
    ]);
    const objection = done<{ id: string }>(await zhang.post(`${at}/roll/objections`, { content: '面积少算了' }));
    const answer = { outcome: 'upheld', content: '已更正' };
    done(await owners.desk.post(`/assemblies/${id}/objections/${objection.id}/answer`, answer));
    expect(await ownVote(zhang, id)).toMatchObject({
      objectTo: 'roll',
      objections: [{ content: '面积少算了', answer: { outcome: 'upheld', content: '已更正' } }],
    });
    const stranger = await anOwner(test, owners.city);
    expect(outcomeOf(await stranger.post(`${at}/roll/objections`, { content: '面积' }))).toEqual([
      403,
      'own-vote.not-bound',
    ]);
    expect((await ownVote(await bound(test, owners, phones.zhao), id)).objections).toEqual([]);
    const listed = await listedObjections(id);
    const masked: unknown = expect.stringMatching(/^业主 1\d{2}\*{4}\d{4}$/);
    expect(listed.map(({ objector, ownerIds }) => [objector, ownerIds.length])).toEqual([[masked, 1]]);
    const reveals = `/compounds/${owners.compound}/owners/${listed[0]?.ownerIds[0]}/reveals`;
    expect(outcomeOf(await zhang.post(reveals, { field: 'name', reason: '看看' }))[0]).toBe(403);
    expect(outcomeOf(await owners.desk.post(reveals, { field: 'name', reason: '' }))[0]).toBe(400);
    const reason = '答复异议，核对身份';
    expect(done(await owners.desk.post(reveals, { field: 'name', reason }))).toEqual({ value: '张三' });
    for (let n = 1; n < 10; n += 1) done(await zhang.post(`${at}/roll/objections`, { content: `第${n}条` }));
    expect(outcomeOf(await zhang.post(`${at}/roll/objections`, { content: '再一条' }))).toEqual([
      409,
      'own-vote.objections-enough',
    ]);
  });
});
