import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Response } from 'supertest';
import { outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { rowsOf } from '../support/evidence.js';
import { doneOrWaiting, untilWaiting } from '../support/held-table.js';
import { brokenIn } from './support/invariants.js';
import { bound, castByPhone, neighbours, ownVote, untilTheClose } from './support/own-voters.js';
import {
  aBallot,
  cast,
  certified,
  daysPass,
  done,
  flats,
  opened,
  partiesOf,
  someOwners,
  type Owners,
  type Prepared,
} from './support/votes.js';

const LOCK = `SELECT pg_advisory_xact_lock_shared(hashtextextended('assembly:' || $1, 0))`;
const BALLOT = `INSERT INTO ballot (city_id, assembly_id, party_id, id, channel, capacity, cast_by, answers, cast_at, salt,
    receipt, idempotency_key, input_hash, by_id, by_name)
  VALUES ($1, $2, $3, $4, 'desk', 'owner', '张三', '{for}', clock_timestamp(), '', '', $5, '', '', '')`;

let test: TestApp;
let owners: Owners;
let assembly: Prepared;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());

const nothingIsBroken = async (): Promise<void> => {
  expect(await brokenIn(test, owners.city)).toEqual([]);
};

const ballots = async (): Promise<number> => (await rowsOf(test, owners.city, 'SELECT id FROM ballot')).length;

describe('a unit that is noted as sold', () => {
  let phones: Record<'zhang' | 'zhao', string>;

  afterEach(nothingIsBroken);

  beforeEach(async () => {
    ({ owners, phones } = await neighbours(test));
    assembly = await opened(test, owners);
  });

  const noted = (partyId: string): Promise<Response> =>
    owners.desk.post(`/assemblies/${assembly.id}/roll/successions`, {
      ...{ partyId, successor: '钱七', on: '2026-11-20', document: '晋（2026）第1号' },
    });

  /** The sale is being noted when the seller, whom nothing has been told yet, casts. */
  async function whileNoting(partyId: string, casting: () => Promise<Response>): Promise<readonly Response[]> {
    const holder = new pg.Client({ connectionString: test.database.ownerUrl });
    await holder.connect();
    try {
      await holder.query('BEGIN; LOCK TABLE party_succession IN SHARE MODE');
      const noting = noted(partyId);
      await doneOrWaiting(holder, noting);
      const cast = casting();
      await untilWaiting(holder, 2, () => false);
      await holder.query('COMMIT');
      return await Promise.all([noting, cast]);
    } finally {
      await holder.end();
    }
  }

  it('in the instant in which the seller casts by phone is voted for by the buyer, and by nobody else', async () => {
    const zhao = await bound(test, owners, phones.zhao);
    const party = (await ownVote(zhao, assembly.id)).parties[0]?.partyId ?? '';
    const [noting, sellers] = await whileNoting(party, () => castByPhone(test, zhao, assembly, { party }));
    done(noting as Response);
    expect(outcomeOf(sellers as Response)).toEqual([409, 'ballot.sold']);
    const bought = aBallot(assembly, party, 'against', { capacity: 'successor', castBy: '钱七' });
    done(await cast(test, owners.desk, { id: assembly.id, ballot: bought }));
    expect((await certified(test, owners, assembly.id)).record.ballots).toMatchObject({ standing: 1, replaced: 0 });
  });

  it('is not voted for by its seller at the desk either, then or later, nor by a proxy of the seller', async () => {
    const [one, other] = await partiesOf(owners, assembly.id);
    const of = (party: string, more: object = {}): Promise<Response> =>
      cast(test, owners.desk, { id: assembly.id, ballot: aBallot(assembly, party, 'for', more) });
    const [, sellers] = await whileNoting(one?.party ?? '', () => of(one?.party ?? ''));
    expect(outcomeOf(sellers as Response)).toEqual([409, 'ballot.sold']);
    const holder = {
      holderName: '王五',
      holderMark: '123X',
      holderKind: 'other',
      from: '2026-01-01',
      to: '2099-12-31',
    };
    const partyId = other?.party ?? '';
    done(await owners.desk.post(`/assemblies/${assembly.id}/proxies`, { partyId, ...holder }));
    done(await noted(partyId));
    expect(outcomeOf(await of(partyId))).toEqual([409, 'ballot.sold']);
    expect(outcomeOf(await of(partyId, { capacity: 'proxy', castBy: '王五' }))).toEqual([409, 'ballot.sold']);
    expect(await ballots()).toBe(0);
    done(await of(partyId, { capacity: 'successor', castBy: '钱七' }));
    // The buyer may send somebody as well.
    done(await owners.desk.post(`/assemblies/${assembly.id}/proxies`, { partyId: one?.party, ...holder }));
    done(await of(one?.party ?? '', { capacity: 'proxy', castBy: '王五' }));
  });

  it('and whose seller casts at the same time, however they come, has one ballot of one of the two', async () => {
    const parties = (await partiesOf(owners, assembly.id)).slice(3);
    const answers = await Promise.all(
      parties.map(async ({ party }) => {
        const ballot = aBallot(assembly, party, 'for');
        return Promise.all([noted(party), cast(test, owners.desk, { id: assembly.id, ballot })]);
      }),
    );
    const statuses = answers.map((both) => both.map(({ status }) => status < 300));
    expect(statuses.filter(([isNoted, isCast]) => isNoted === isCast)).toEqual([]);
    expect(await ballots()).toBe(statuses.filter(([, isCast]) => isCast).length);
  });
});

describe('a clock that jumps', () => {
  beforeEach(async () => {
    owners = await someOwners(test, flats(6));
    assembly = await opened(test, owners);
  });
  afterEach(() => test.at(new Date().toISOString()));
  afterEach(nothingIsBroken);

  const say = async (n: number): Promise<[number, string]> => {
    const party = (await partiesOf(owners, assembly.id))[n]?.party ?? '';
    return outcomeOf(await cast(test, owners.desk, { id: assembly.id, ballot: aBallot(assembly, party, 'for') }));
  };

  it('neither ends a vote early nor keeps it open: the clock of the database alone decides', async () => {
    const day = 86_400_000;
    // Within the life of the session of whoever casts; the notice and the close lie days away.
    for (const jump of [-600_000, 600_000]) {
      test.at(new Date(Date.now() + jump).toISOString());
      expect((await say(jump < 0 ? 0 : 1))[0]).toBe(201);
    }
    await untilTheClose(test, owners, assembly.id, -1);
    test.at(new Date(Date.now() - 600_000).toISOString());
    expect(await say(2)).toEqual([409, 'ballot.too-late']);
    const closesAt = new Date(Date.now() + day).toISOString();
    const later = await owners.desk.post(`/assemblies/${assembly.id}/extension`, { closesAt, reason: '时钟慢了' });
    expect(later.status).toBe(409);
    done(await owners.desk.post(`/assemblies/${assembly.id}/closure`));
    expect(await ballots()).toBe(2);
  });
});

describe('the last minute', () => {
  const VOTERS = 2000;
  /** As many as a browser of the office, its neighbours and the phones hold open at once. */
  const AT_ONCE = 64;

  afterEach(nothingIsBroken);

  it('brings two thousand voters: each is counted or told that it was too late, and none twice', async () => {
    owners = await someOwners(test, flats(VOTERS));
    assembly = await opened(test, owners);
    const parties = await rowsOf<{ party: string }>(
      test,
      owners.city,
      `SELECT party_id AS party FROM roll_entry WHERE assembly_id = '${assembly.id}' ORDER BY label`,
    );
    expect(parties).toHaveLength(VOTERS);
    await untilTheClose(test, owners, assembly.id, 60);
    const said: string[][] = [];
    const waiting = [...parties.entries()];
    const voting = Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) said.push(await impatient(...next));
    });
    await Promise.all(voting);
    // Whoever was slow was too late, and knows it; nobody was told two things.
    const counted = said.filter((each) => each.includes('cast')).length;
    const late = said.filter((each) => each.every((one) => one === 'ballot.too-late')).length;
    expect(new Set(said.flat())).toEqual(
      new Set(['cast', 'ballot.already-cast', ...(late > 0 ? ['ballot.too-late'] : [])]),
    );
    expect(counted + late).toBe(VOTERS);
    expect(await ballots()).toBe(counted);
    const { record } = await certified(test, owners, assembly.id);
    expect(record.ballots).toMatchObject({ standing: counted, replaced: 0 });
  });

  /** What one voter is told; every tenth sends twice, as an impatient thumb does. */
  async function impatient(n: number, { party }: { party: string }): Promise<string[]> {
    const ballot = aBallot(assembly, party, n % 3 === 0 ? 'against' : 'for');
    const sent = Array.from({ length: n % 10 === 0 ? 2 : 1 }, () =>
      cast(test, owners.desk, { id: assembly.id, ballot }),
    );
    return (await Promise.all(sent)).map((each) => (each.status === 201 ? 'cast' : outcomeOf(each)[1]));
  }
});

describe('the close', () => {
  beforeEach(async () => {
    owners = await someOwners(test, flats(3));
    assembly = await opened(test, owners);
  });

  /** Closes the vote while a ballot cast in time, written by hand, is not committed yet. @returns the ballots that the close counted */
  async function closedWhileCasting(lock: boolean): Promise<number> {
    const [party] = await partiesOf(owners, assembly.id);
    const client = new pg.Client({ connectionString: test.database.appUrl });
    await client.connect();
    try {
      await client.query(`BEGIN; SET LOCAL app.city_id = '${owners.city.city.id}'`);
      if (lock) await client.query(LOCK, [assembly.id]);
      await client.query(BALLOT, [owners.city.city.id, assembly.id, party?.party, randomUUID(), randomUUID()]);
      await daysPass(test, owners, assembly.id, 10);
      const closing = owners.desk.post(`/assemblies/${assembly.id}/closure`);
      await doneOrWaiting(client, closing);
      await client.query('COMMIT');
      done(await closing);
    } finally {
      await client.end();
    }
    const text = `SELECT (detail ->> 'ballots')::int AS n FROM assembly_step WHERE step = 'closure'`;
    return (await rowsOf<{ n: number }>(test, owners.city, text))[0]?.n ?? -1;
  }

  it('whoever closes a vote waits for those who are casting', async () => {
    expect(await closedWhileCasting(true)).toBe(1);
  });

  it('without the lock of those who cast the close would miss a ballot: the guard is what keeps the count', async () => {
    expect(await closedWhileCasting(false)).toBe(0);
  });
});
