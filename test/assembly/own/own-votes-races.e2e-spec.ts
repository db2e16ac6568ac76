import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { anOwner, aPhone } from '../../roster/owners.js';
import { bodyOf, outcomeOf } from '../../support/answers.js';
import { testApp, type TestApp } from '../../support/app.js';
import { rowsOf } from '../../support/evidence.js';
import type { Person } from '../../support/people.js';
import { brokenIn } from '../support/invariants.js';
import { bound, castByPhone, neighbours, ownVote, untilTheClose, type Neighbours } from '../support/own-voters.js';
import {
  aBallot,
  cast,
  certified,
  done,
  noticed,
  opened,
  partiesOf,
  type Owners,
  type Prepared,
} from '../support/votes.js';

let test: TestApp;
let owners: Owners;
let phones: Neighbours['phones'];
let assembly: Prepared;
let zhang: Person;
let party: string;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  ({ owners, phones } = await neighbours(test));
  zhang = await bound(test, owners, phones.zhang);
  assembly = await opened(test, owners);
  party = (await ownVote(zhang, assembly.id)).parties[0]?.partyId ?? '';
});
afterEach(async () => {
  expect(await brokenIn(test, owners.city)).toEqual([]);
});

const ballots = async (): Promise<number> => (await rowsOf(test, owners.city, 'SELECT id FROM ballot')).length;
const codesOf = (answers: readonly Response[]): string[] =>
  answers.map((each) => (each.status === 201 ? 'cast' : outcomeOf(each)[1])).sort();
const atDesk = (partyId: string, said = 'against'): Promise<Response> =>
  cast(test, owners.desk, { id: assembly.id, ballot: aBallot(assembly, partyId, said) });

describe('one party has one ballot', () => {
  it('from two phones at once', async () => {
    // A second code is sent after a minute.
    test.at(new Date(Date.now() + 61_000).toISOString());
    const other = await anOwner(test, owners.city, phones.zhang);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        castByPhone(test, n % 2 === 0 ? zhang : other, assembly, { party, said: n % 3 === 0 ? 'for' : 'against' }),
      ),
    );
    expect(codesOf(answers)).toEqual([...Array<string>(7).fill('ballot.already-cast'), 'cast']);
    expect(await ballots()).toBe(1);
  });

  it('from phone and desk at once', async () => {
    const answers = await Promise.all([
      castByPhone(test, zhang, assembly, { party }),
      atDesk(party),
      castByPhone(test, zhang, assembly, { party }),
      atDesk(party),
    ]);
    expect(codesOf(answers)).toEqual([...Array<string>(3).fill('ballot.already-cast'), 'cast']);
    expect(await ballots()).toBe(1);
  });

  it('however often a request is replayed, also at once, and after the close', async () => {
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => castByPhone(test, zhang, assembly, { party, key })),
    );
    const receipts = answers.map((each) => done<{ receipt: string }>(each).receipt);
    expect(new Set(receipts).size).toBe(1);
    await untilTheClose(test, owners, assembly.id, -1);
    const late = done<{ receipt: string }>(await castByPhone(test, zhang, assembly, { party, key }));
    expect(late.receipt).toBe(receipts[0]);
    expect(outcomeOf(await castByPhone(test, zhang, assembly, { party, key, said: 'against' }))).toEqual([
      409,
      'ballot.key-used',
    ]);
    expect(await ballots()).toBe(1);
  });

  it('and none before the opening, nor one second after the close', async () => {
    const coming = await noticed(owners, { title: '下一次' });
    const mine = (await ownVote(zhang, coming.id)).parties[0]?.partyId ?? '';
    expect(outcomeOf(await castByPhone(test, zhang, coming, { party: mine }))).toEqual([409, 'ballot.too-early']);
    await untilTheClose(test, owners, assembly.id, -1);
    const late = await castByPhone(test, zhang, assembly, { party });
    expect(outcomeOf(late)).toEqual([409, 'ballot.too-late']);
    expect(bodyOf<{ detail: string }>(late).detail).toContain('没有计入');
    expect((await ownVote(zhang, assembly.id)).phase).toBe('past');
    expect(await ballots()).toBe(0);
  });
});

describe('a ballot is nobody else’s to cast', () => {
  it('not by naming another party, nor one that is on no roll, nor under a key that somebody used', async () => {
    const zhao = await bound(test, owners, phones.zhao);
    const key = randomUUID();
    done(await castByPhone(test, zhang, assembly, { party, key }));
    for (const forged of [party, randomUUID(), assembly.id]) {
      expect(outcomeOf(await castByPhone(test, zhao, assembly, { party: forged, key }))).toEqual([
        403,
        'own-vote.not-yours',
      ]);
    }
    const mine = (await ownVote(zhao, assembly.id)).parties[0]?.partyId ?? '';
    expect(outcomeOf(await castByPhone(test, zhao, assembly, { party: mine, key }))).toEqual([409, 'ballot.key-used']);
    expect((await zhao.get(`/me/assemblies/${assembly.id}/ballots/${party}`)).status).toBe(403);
    expect(await ballots()).toBe(1);
  });

  it('not by a tenant, whom no register has', async () => {
    const tenant = await anOwner(test, owners.city);
    expect(outcomeOf(await castByPhone(test, tenant, assembly, { party }))).toEqual([403, 'own-vote.not-bound']);
    expect(await ownVote(tenant, assembly.id)).toMatchObject({ parties: [], turnout: null });
  });

  it('not from the desk’s route, nor with an answer left out or not on the ballot', async () => {
    expect((await cast(test, zhang, { id: assembly.id, ballot: aBallot(assembly, party, 'for') })).status).toBe(403);
    const empty = await castByPhone(test, zhang, { ...assembly, motions: [randomUUID()] }, { party });
    expect(outcomeOf(empty)).toEqual([422, 'ballot.answer-unknown']);
    expect(outcomeOf(await castByPhone(test, zhang, assembly, { party, said: 'perhaps' }))).toEqual([
      422,
      'ballot.answer-unknown',
    ]);
    expect(outcomeOf(await castByPhone(test, zhang, assembly, { party, said: 'invalid' }))).toEqual([
      422,
      'ballot.answer-unknown',
    ]);
    const none = await castByPhone(test, zhang, assembly, { party, key: 'short' });
    expect(outcomeOf(none)).toEqual([400, 'ballot.key-missing']);
    expect(await ballots()).toBe(0);
  });
});

describe('a slip of paper', () => {
  it('locks the phone while it is out, and frees it when two have voided it', async () => {
    const at = `/assemblies/${assembly.id}/paper-slips`;
    const { items } = done<{ items: { number: string }[] }>(await owners.desk.post(at, { partyIds: [party] }));
    const slip = items[0]?.number ?? '';
    expect((await ownVote(zhang, assembly.id)).parties[0]).toMatchObject({ standing: 'paper-out', slip });
    expect(outcomeOf(await castByPhone(test, zhang, assembly, { party }))).toEqual([409, 'ballot.paper-out']);
    for (const one of [owners.desk, owners.colleague])
      done(await one.post(`${at}/${slip}/voiding`, { reason: '改用手机' }));
    expect((await ownVote(zhang, assembly.id)).parties[0]).toMatchObject({ standing: 'may-cast', slip: null });
    done(await castByPhone(test, zhang, assembly, { party }));
  });
});

describe('a home that is sold during the vote', () => {
  const sale = (phone: string): object => ({
    ...{ on: '2026-01-02', cause: 'sale', reason: '二手房过户' },
    owners: [{ name: '钱七', phone }],
  });

  async function sold(phone: string, room = '2-1-202'): Promise<void> {
    const at = `/compounds/${owners.compound}/units`;
    const [unit] = done<{ items: { id: string }[] }>(await owners.admin.get(`${at}?q=${room}`)).items;
    done(await owners.admin.post(`${at}/${unit?.id}/transfers`, sale(phone)));
  }

  it('is voted for by whoever bought it, where the seller has not voted', async () => {
    const seller = await bound(test, owners, phones.zhao);
    const theirs = (await ownVote(seller, assembly.id)).parties[0]?.partyId ?? '';
    const phone = aPhone();
    await sold(phone);
    expect(outcomeOf(await castByPhone(test, seller, assembly, { party: theirs }))).toEqual([
      403,
      'own-vote.not-bound',
    ]);
    const buyer = await bound(test, owners, phone);
    expect((await ownVote(buyer, assembly.id)).parties).toMatchObject([
      { partyId: theirs, capacity: 'successor', standing: 'may-cast', weight: '8000' },
    ]);
    done(await castByPhone(test, buyer, assembly, { party: theirs }));
    expect((await ownVote(buyer, assembly.id)).parties[0]?.ballot?.isOwn).toBe(true);
    expect((await certified(test, owners, assembly.id)).record.ballots.standing).toBe(1);
  });

  it('keeps the ballot that the seller cast, and refuses the buyer', async () => {
    const seller = await bound(test, owners, phones.zhao);
    const theirs = (await ownVote(seller, assembly.id)).parties[0]?.partyId ?? '';
    done(await castByPhone(test, seller, assembly, { party: theirs }));
    const phone = aPhone();
    await sold(phone);
    const buyer = await bound(test, owners, phone);
    expect((await ownVote(buyer, assembly.id)).parties[0]).toMatchObject({ standing: 'has-voted' });
    expect(outcomeOf(await castByPhone(test, buyer, assembly, { party: theirs }))).toEqual([
      409,
      'ballot.already-cast',
    ]);
    expect(await ballots()).toBe(1);
  });

  it('was noted as sold at the desk: the seller no longer casts', async () => {
    const succession = { partyId: party, successor: '钱七', on: '2026-11-20', document: '晋（2026）第1号' };
    done(await owners.desk.post(`/assemblies/${assembly.id}/roll/successions`, succession));
    expect((await ownVote(zhang, assembly.id)).parties[0]?.standing).toBe('sold');
    expect(outcomeOf(await castByPhone(test, zhang, assembly, { party }))).toEqual([409, 'own-vote.sold']);
  });

  it('is one of several of its seller: who still holds the others casts for all that was on the roll', async () => {
    const phone = aPhone();
    await sold(phone, '2-1-102');
    expect((await ownVote(zhang, assembly.id)).parties).toMatchObject([{ partyId: party, units: 2, weight: '13742' }]);
    const buyer = await bound(test, owners, phone);
    expect((await ownVote(buyer, assembly.id)).parties).toEqual([]);
    expect(outcomeOf(await castByPhone(test, buyer, assembly, { party }))).toEqual([403, 'own-vote.not-bound']);
    done(await castByPhone(test, zhang, assembly, { party }));
  });
});

it('the parties of the roll name nobody whose phone casts for them', async () => {
  done(await castByPhone(test, zhang, assembly, { party }));
  const labels = (await partiesOf(owners, assembly.id)).map(({ label }) => label);
  expect(labels).toContain('2-1-101、2-1-102');
  const [row] = await rowsOf<{ by: string }>(test, owners.city, `SELECT cast_by AS by FROM ballot`);
  expect(row?.by).toMatch(/^业主 \d{3}\*{4}\d{4}$/);
});
