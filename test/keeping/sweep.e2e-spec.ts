import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database, Outbox, OutboxMessage } from '#libs/platform';
import { testApp, type TestApp } from '../support/app.js';
import { outcomeOf } from '../support/answers.js';
import {
  aBallot,
  asOwner,
  cast,
  castMany,
  closed,
  done,
  noticed,
  opened,
  partiesOf,
  someOwners,
  type Owners,
  type Party,
  type Prepared,
} from '../assembly/support/votes.js';

/** Five flats in two stairways: the first four have phones, of which the first two are one owner's. */
const FLATS = [
  'A,1,1,101,100,赵一,,13900000001,,,',
  'A,1,1,102,100,赵一,,13900000001,,,',
  'A,1,1,103,100,钱二,,13900000002,,,',
  'A,1,2,201,100,孙三,,13900000003,,,',
  'A,1,2,202,100,李四,,,,,',
];

let test: TestApp;
let owners: Owners;
let vote: Prepared;
let parties: Party[];

const SMS = { url: 'http://127.0.0.1:9/sms', token: 'none' };

beforeAll(async () => {
  test = await testApp({ sms: SMS });
});
afterAll(() => test.close());
beforeEach(async () => {
  owners = await someOwners(test, FLATS);
  vote = await opened(test, owners);
  parties = await partiesOf(owners, vote.id);
});

interface Told {
  readonly reminded: number;
  readonly messages: number;
  readonly tooSoon: number;
  readonly withoutPhone: string[];
}

const remind = async (scope: object = {}): Promise<Told> =>
  done<Told>(await owners.desk.post(`/assemblies/${vote.id}/reminders`, scope));

/** Phones that messages lie ready for, with their texts. */
async function messages(): Promise<{ phone: string; text: string }[]> {
  const cityId = owners.city.city.id;
  const rows = await test.app
    .get(Database)
    .transaction({ cityId }, (manager) => manager.findBy(OutboxMessage, { cityId, kind: 'vote-reminder' }));
  const opened = rows.map((row) => test.app.get(Outbox).open(row));
  return opened.map((message) => ({ phone: message?.phone ?? '', text: message?.text ?? '' }));
}

interface DoorLine {
  readonly party: string;
  readonly attempts: number;
  readonly lastOutcome: string | null;
  readonly isDelivered: boolean;
}

const doors = async (): Promise<DoorLine[]> =>
  done<{ items: DoorLine[] }>(await owners.desk.get(`/assemblies/${vote.id}/delivery?limit=200`)).items;

describe('a reminder', () => {
  it('goes to nobody who voted, once to an owner of several flats, and leaves the others to the door', async () => {
    await castMany(test, owners, vote, { for: 1 });
    expect(await remind()).toEqual({ reminded: 2, messages: 2, tooSoon: 0, withoutPhone: ['1-2-202'] });
    const sent = await messages();
    expect(sent.map(({ phone }) => phone).sort()).toEqual(['13900000002', '13900000003']);
    expect(sent[0]?.text).toMatch(/业主大会.*您还没有投票/);
  });

  it('stands in the ledger as an attempt that nobody knows the end of', async () => {
    await remind();
    const [first] = await doors();
    expect(first).toMatchObject({ attempts: 1, lastOutcome: 'sent', isDelivered: false });
  });

  it('is not sent twice within the days of the city, and again after them to those still missing', async () => {
    expect((await remind()).reminded).toBe(3);
    expect(await remind()).toMatchObject({ reminded: 0, messages: 0, tooSoon: 3 });
    const back = (days: number): Promise<void> =>
      asOwner(test, owners.city, `UPDATE delivery SET at = at - make_interval(days => $2) WHERE assembly_id = $1`, [
        ...[vote.id, days],
      ]);
    await back(2);
    expect((await remind()).reminded).toBe(0);
    await back(1);
    done(await cast(test, owners.desk, { id: vote.id, ballot: aBallot(vote, parties[0]?.party ?? '', 'for') }));
    expect(await remind()).toMatchObject({ reminded: 2, tooSoon: 0 });
  });

  it('is sent once by two clerks at the same moment', async () => {
    const at = `/assemblies/${vote.id}/reminders`;
    const told = await Promise.all([owners.desk.post(at, {}), owners.colleague.post(at, {})]);
    expect(told.map((answer) => done<Told>(answer).reminded).sort()).toEqual([0, 3]);
    expect((await messages()).length).toBe(3);
  });

  it('reaches one stairway alone where it is asked so, only while voting goes on', async () => {
    expect(await remind({ building: '1', stairway: '2' })).toMatchObject({ reminded: 1, withoutPhone: ['1-2-202'] });
    await closed(test, owners, vote.id);
    expect(outcomeOf(await owners.desk.post(`/assemblies/${vote.id}/reminders`, {}))).toEqual([
      ...[409, 'reminder.not-now'],
    ]);
  });
});

interface Taken {
  readonly key: string;
  readonly state: string;
  readonly code: string | null;
  readonly sentence: string | null;
  readonly remarks: string[];
}

function result(party: Party | undefined, more: object = {}): Record<string, unknown> {
  const said = { outcome: 'delivered', recipient: 'owner', at: new Date(Date.now() - 3_600_000).toISOString() };
  return { key: randomUUID(), partyId: party?.party, ...said, ...more };
}

const send = async (results: readonly object[]): Promise<Taken[]> =>
  done<{ items: Taken[] }>(await owners.desk.post(`/assemblies/${vote.id}/sweep`, { results })).items;

describe('results from doors without a signal', () => {
  it('count once, however often and by whatever two ways they are sent', async () => {
    const results = [result(parties[0]), result(parties[1], { outcome: 'failed', recipient: 'nobody' })];
    const [one, other] = await Promise.all([send(results), send(results)]);
    expect([...one, ...other].map(({ state }) => state).sort()).toEqual(['known', 'known', 'recorded', 'recorded']);
    expect((await send(results)).map(({ state }) => state)).toEqual(['known', 'known']);
    expect((await doors()).reduce((sum, { attempts }) => sum + attempts, 0)).toBe(2);
  });

  it('are told apart: what is refused says why, and keeps no other from going in', async () => {
    const [good, foreign] = [result(parties[0]), result({ party: randomUUID(), label: '', weight: '' })];
    const taken = await send([good, foreign, { ...good, outcome: 'refused' }]);
    expect(taken.map(({ state, code }) => [state, code])).toEqual([
      ['recorded', null],
      ['refused', 'roll.party-unknown'],
      ['refused', 'delivery.key-used'],
    ]);
    expect(taken[1]?.sentence).toMatch(/请/);
    await closed(test, owners, vote.id);
    const late = await send([good, result(parties[1])]);
    expect(late.map(({ state, code }) => [state, code])).toEqual([
      ['known', null],
      ['refused', 'delivery.not-now'],
    ]);
  });

  it('say what others did at the same door meanwhile', async () => {
    done(await cast(test, owners.desk, { id: vote.id, ballot: aBallot(vote, parties[0]?.party ?? '', 'for') }));
    const delivered = { partyId: parties[1]?.party, method: 'hand', outcome: 'delivered', recipient: 'owner' };
    done(await owners.colleague.post(`/assemblies/${vote.id}/delivery`, { entries: [delivered] }));
    const sent = [result(parties[0]), result(parties[1]), result(parties[2])];
    const taken = await send(sent);
    const again = await send(sent);
    expect(again.map(({ state, remarks }) => [state, remarks])).toEqual([
      ['known', ['voted-meanwhile']],
      ['known', ['delivered-meanwhile']],
      ['known', []],
    ]);
    expect(taken.map(({ state, remarks }) => [state, remarks])).toEqual([
      ['recorded', ['voted-meanwhile']],
      ['recorded', ['delivered-meanwhile']],
      ['recorded', []],
    ]);
  });

  it('show how far each stairway has come; a reminder is no visit', async () => {
    await remind();
    await castMany(test, owners, vote, { for: 1 });
    await send([result(parties[1]), result(parties[2], { outcome: 'failed', recipient: 'nobody' })]);
    const { items } = done<{ items: object[] }>(await owners.desk.get(`/assemblies/${vote.id}/sweep`));
    expect(items).toEqual([
      { building: '1', stairway: '1', doors: 2, tried: 1, reached: 1, voted: 1 },
      { building: '1', stairway: '2', doors: 2, tried: 1, reached: 0, voted: 0 },
    ]);
  });

  it('can be written down from the notice on', async () => {
    vote = await noticed(owners);
    parties = await partiesOf(owners, vote.id);
    expect((await send([result(parties[0])]))[0]?.state).toBe('recorded');
  });
});

describe('a city without a gateway', () => {
  it('is told to go to the doors', async () => {
    const bare = await testApp();
    try {
      const there = await someOwners(bare, FLATS);
      const assembly = await opened(bare, there);
      expect(outcomeOf(await there.desk.post(`/assemblies/${assembly.id}/reminders`, {}))).toEqual([
        ...[422, 'reminder.no-channel'],
      ]);
    } finally {
      await bare.close();
    }
  });
});
