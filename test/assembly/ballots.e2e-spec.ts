import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { testApp, type TestApp } from '../support/app.js';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { rowsOf } from '../support/evidence.js';
import { aScan } from '../support/files.js';
import { brokenIn } from './support/invariants.js';
import {
  aBallot,
  cast,
  castMany,
  certified,
  daysPass,
  done,
  flats,
  opened,
  partiesOf,
  someOwners,
  type Owners,
  type Party,
  type Prepared,
} from './support/votes.js';

let test: TestApp;
let owners: Owners;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  owners = await someOwners(test, flats(9));
});
afterEach(async () => {
  expect(await brokenIn(test, owners.city)).toEqual([]);
});

const at = (id: string, path: string): string => `/assemblies/${id}${path}`;
const codes = (answers: readonly Response[]): unknown[] => answers.map((each) => outcomeOf(each)).sort();
const count = async (text = 'SELECT count(*)::int AS n FROM ballot'): Promise<number> =>
  (await rowsOf<{ n: number }>(test, owners.city, text))[0]?.n ?? -1;

interface Vote {
  readonly assembly: Prepared;
  readonly parties: Party[];
  readonly say: (party: number, said: string, more?: { key?: string; ballot?: object }) => Promise<Response>;
}

async function aVote(more: Record<string, unknown> = {}): Promise<Vote> {
  const assembly = await opened(test, owners, more);
  const parties = await partiesOf(owners, assembly.id);
  const say: Vote['say'] = (n, said, { key, ballot = {} } = {}) => {
    const given = aBallot(assembly, parties[n]?.party ?? '', said, ballot);
    return cast(test, owners.desk, { id: assembly.id, ballot: given, ...(key ? { key } : {}) });
  };
  return { assembly, parties, say };
}

describe('a ballot', () => {
  it('is cast once, however many devices try at once', async () => {
    const { say } = await aVote();
    const answers = await Promise.all(
      ['for', 'against', 'for', 'abstain', 'for', 'against'].map((said) => say(0, said)),
    );
    expect(codes(answers).filter((each) => (each as [number])[0] === 201)).toHaveLength(1);
    expect(codes(answers).filter((each) => (each as [number, string])[1] === 'ballot.already-cast')).toHaveLength(5);
    expect(await count()).toBe(1);
  });

  it('sent again under its key is the same ballot, in one batch and in the next', async () => {
    const { say } = await aVote();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => say(0, 'for', { key })));
    const receipts = answers.map((each) => done<{ receipt: string }>(each));
    expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(1);
    expect(done(await say(0, 'for', { key }))).toEqual(receipts[0]);
    expect(outcomeOf(await say(0, 'against', { key }))).toEqual([409, 'ballot.key-used']);
    expect(await count()).toBe(1);
  });

  it('of many owners at once goes in for each, without a gap', async () => {
    owners = await someOwners(test, flats(150));
    const assembly = await opened(test, owners);
    await castMany(test, owners, assembly, { for: 100, against: 50 });
    expect(await count()).toBe(150);
    const { record } = await certified(test, owners, assembly.id);
    expect(record.ballots.standing).toBe(150);
  });

  it('may be changed only where the published rules allow it, each time naming the one it replaces', async () => {
    const { say, assembly } = await aVote({ rules: { mayChange: true, rulesClause: '议事规则第九条' } });
    done(await say(0, 'for'));
    const answers = await Promise.all(['against', 'abstain', 'for'].map((said) => say(0, said)));
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    expect(await count('SELECT count(*)::int AS n FROM ballot WHERE replaces IS NULL')).toBe(1);
    const { record } = await certified(test, owners, assembly.id);
    expect(record.ballots.standing).toBe(1);
  });

  it('is refused to a party that is not on the roll, of this vote or of any', async () => {
    const { assembly } = await aVote();
    for (const party of [randomUUID(), assembly.id]) {
      const ballot = aBallot(assembly, party, 'for');
      expect(outcomeOf(await cast(test, owners.desk, { id: assembly.id, ballot }))).toEqual([
        422,
        'roll.party-unknown',
      ]);
    }
    expect(await count()).toBe(0);
  });

  it('is refused one second after the close, and taken one before it', async () => {
    const { say, assembly } = await aVote();
    const [step] = await rowsOf<{ left: number }>(
      test,
      owners.city,
      `SELECT extract(epoch FROM closes_at - clock_timestamp())::float AS left FROM assembly_step WHERE step = 'notice'`,
    );
    const left = step?.left ?? 0;
    await daysPass(test, owners, assembly.id, (left - 4) / 86_400);
    expect((await say(0, 'for')).status).toBe(201);
    await daysPass(test, owners, assembly.id, 5 / 86_400);
    // However often the clock of the application jumps, the database decides.
    const late = await say(1, 'for');
    expect(outcomeOf(late)).toEqual([409, 'ballot.too-late']);
    expect(bodyOf<{ detail: string }>(late).detail).toContain('没有计入');
    done(await owners.desk.post(at(assembly.id, '/closure')));
    expect(outcomeOf(await say(2, 'for'))).toEqual([409, 'ballot.too-late']);
    expect(await count()).toBe(1);
  });

  it('racing with the close is either refused or counted', async () => {
    owners = await someOwners(test, flats(40));
    const { say, assembly } = await aVote();
    const [step] = await rowsOf<{ left: number }>(
      test,
      owners.city,
      `SELECT extract(epoch FROM closes_at - clock_timestamp())::float AS left FROM assembly_step WHERE step = 'notice'`,
    );
    await daysPass(test, owners, assembly.id, ((step?.left ?? 0) - 0.25) / 86_400);
    const voters = Array.from({ length: 40 }, async (_, n) => {
      await new Promise((resolve) => setTimeout(resolve, n * 12));
      return (await say(n, 'for')).status;
    });
    const closing = (async () => {
      for (;;) if ((await owners.desk.post(at(assembly.id, '/closure'))).status === 204) return;
    })();
    const statuses = await Promise.all(voters);
    await closing;
    const accepted = statuses.filter((status) => status === 201).length;
    expect(await count()).toBe(accepted);
    expect(await count(`SELECT (detail ->> 'ballots')::int AS n FROM assembly_step WHERE step = 'closure'`)).toBe(
      accepted,
    );
  });

  it('§9 example 24: stands when its owner sells afterwards; who sold before is followed by the buyer', async () => {
    const { say, assembly, parties } = await aVote();
    const sold = (n: number): Promise<Response> =>
      owners.desk.post(at(assembly.id, '/roll/successions'), {
        ...{ partyId: parties[n]?.party, successor: '买方赵六', on: '2026-11-20', document: '不动产权证1号' },
      });
    done(await say(0, 'for'));
    expect(outcomeOf(await sold(0))).toEqual([409, 'ballot.already-cast']);
    expect(outcomeOf(await say(0, 'against', { ballot: { capacity: 'successor' } }))[0]).toBe(422);
    done(await sold(1));
    done(await say(1, 'against', { ballot: { capacity: 'successor', castBy: '买方赵六' } }));
    expect(outcomeOf(await say(1, 'for'))).toEqual([409, 'ballot.already-cast']);
  });

  it('of a proxy needs one in force; the fourth of one holder is void', async () => {
    const { say, assembly, parties } = await aVote();
    const given = (n: number, more: object = {}): Promise<Response> =>
      owners.desk.post(at(assembly.id, '/proxies'), {
        ...{ partyId: parties[n]?.party, holderName: '王五', holderMark: '123X', holderKind: 'other' },
        ...{ from: '2026-01-01', to: '2099-12-31', ...more },
      });
    const asProxy = { ballot: { capacity: 'proxy', castBy: '王五' } };
    expect(outcomeOf(await say(0, 'for', asProxy))).toEqual([422, 'proxy.none']);
    for (const n of [0, 1, 2]) done(await given(n));
    expect(outcomeOf(await given(3))).toEqual([422, 'proxy.over-limit']);
    expect(outcomeOf(await given(3, { holderKind: 'manager-staff' }))).toEqual([422, 'proxy.manager-staff']);
    done(await say(0, 'for', asProxy));
    const { items } = done<{ items: { id: string }[] }>(await owners.desk.get(at(assembly.id, '/proxies')));
    const revoke = (n: number): Promise<Response> =>
      owners.desk.post(at(assembly.id, `/proxies/${items[n]?.id}/revocation`), { reason: '业主撤回' });
    expect(outcomeOf(await revoke(0))).toEqual([409, 'proxy.used']);
    done(await revoke(1));
    expect(outcomeOf(await say(1, 'for', asProxy))).toEqual([422, 'proxy.none']);
    done(await given(3));
  });
});

describe('paper', () => {
  /** A vote in which slips were issued to some parties. */
  async function withSlips(parties: number, more: Record<string, unknown> = {}): Promise<Vote & { numbers: string[] }> {
    const vote = await aVote(more);
    const partyIds = vote.parties.slice(0, parties).map(({ party }) => party);
    const { items } = done<{ items: { number: string }[] }>(
      await owners.desk.post(at(vote.assembly.id, '/paper-slips'), { partyIds }),
    );
    return { ...vote, numbers: items.map(({ number }) => number) };
  }
  const entry = ({ assembly }: Vote, slip: string, ticked: string): object => ({
    slip,
    answers: assembly.motions.map((motion) => ({ motion, ticked: [ticked] })),
  });

  it('keeps its party from other channels until it comes back, or two people void it', async () => {
    const vote = await withSlips(1);
    expect(outcomeOf(await vote.say(0, 'for'))).toEqual([409, 'ballot.paper-out']);
    const voiding = at(vote.assembly.id, `/paper-slips/${vote.numbers[0]}/voiding`);
    expect(done(await owners.desk.post(voiding, { reason: '遗失' }))).toMatchObject({
      state: 'out',
      isVoidAsked: true,
    });
    expect(outcomeOf(await owners.desk.post(voiding, { reason: '遗失' }))).toEqual([422, 'paper.void-twice']);
    expect(outcomeOf(await vote.say(0, 'for'))).toEqual([409, 'ballot.paper-out']);
    expect(done(await owners.colleague.post(voiding, { reason: '遗失' }))).toMatchObject({ state: 'voided' });
    done(await vote.say(0, 'for'));
  });

  it('becomes ballots when two people read it alike, and shows where they do not', async () => {
    const vote = await withSlips(3);
    const { assembly, numbers } = vote;
    const [a = '', b = '', c = ''] = numbers;
    const fileId = await aScan(test, owners.desk, '第一批纸票');
    const first = { fileId, entries: [entry(vote, a, 'for'), entry(vote, b, 'against')] };
    const batches = at(assembly.id, '/paper-batches');
    expect(outcomeOf(await owners.desk.post(batches, first))).toEqual([409, 'paper.slip-not-returned']);
    done(await owners.desk.post(at(assembly.id, '/paper-slips/returns'), { slips: [a, b] }));
    const batch = done<{ id: string }>(await owners.desk.post(batches, first));
    const second = { entries: [entry(vote, a, 'for'), entry(vote, b, 'for')] };
    const keyings = `${batches}/${batch.id}/keyings`;
    expect(done(await owners.desk.post(keyings, second))).toMatchObject({ state: 'keyed-once' });
    expect(done(await owners.desk.post(keyings, { entries: first.entries }))).toMatchObject({ state: 'keyed-once' });
    expect(done(await owners.colleague.post(keyings, second))).toMatchObject({
      state: 'differs',
      differences: [{ slip: b, motionId: assembly.motions[0], first: ['against'], second: ['for'] }],
    });
    expect(await count()).toBe(0);
    expect(outcomeOf(await owners.admin.post(keyings, second))).toEqual([422, 'paper.two-people']);
    expect(done(await owners.colleague.post(keyings, { entries: first.entries }))).toMatchObject({
      ...{ state: 'cast', differences: [], refused: [] },
    });
    expect(await count()).toBe(2);
    expect(outcomeOf(await owners.desk.post(keyings, second))).toEqual([409, 'paper.batch-cast']);
    expect(c).not.toBe('');
  });

  it('that came back in time is keyed after the close, and the result waits for it', async () => {
    const vote = await withSlips(2);
    const { assembly, numbers } = vote;
    done(await owners.desk.post(at(assembly.id, '/paper-slips/returns'), { slips: numbers.slice(0, 1) }));
    await daysPass(test, owners, assembly.id, 10);
    const late = await owners.desk.post(at(assembly.id, '/paper-slips/returns'), { slips: numbers.slice(1) });
    expect(outcomeOf(late)).toEqual([409, 'paper.too-late']);
    done(await owners.desk.post(at(assembly.id, '/closure')));
    const certify = { signers: ['张三'] };
    expect(outcomeOf(await owners.desk.post(at(assembly.id, '/result'), certify))).toEqual([
      409,
      'result.paper-unkeyed',
    ]);
    const entries = [entry(vote, numbers[0] ?? '', 'for')];
    const fileId = await aScan(test, owners.desk, '第二批纸票');
    const { id } = done<{ id: string }>(await owners.desk.post(at(assembly.id, '/paper-batches'), { fileId, entries }));
    done(await owners.colleague.post(at(assembly.id, `/paper-batches/${id}/keyings`), { entries }));
    done(await owners.desk.post(at(assembly.id, '/result'), certify));
    expect(await count()).toBe(1);
  });

  it.each([
    ['ELECTRONIC_PREVAILS', 201],
    ['FIRST_CAST', 409],
  ])('§9 example 18: keyed first, then an electronic ballot under %s: %i', async (channelPolicy, status) => {
    const vote = await withSlips(1, { rules: { channelPolicy } });
    const { assembly, numbers } = vote;
    done(await owners.desk.post(at(assembly.id, '/paper-slips/returns'), { slips: numbers }));
    const entries = [entry(vote, numbers[0] ?? '', 'for')];
    const fileId = await aScan(test, owners.desk, channelPolicy);
    const { id } = done<{ id: string }>(await owners.desk.post(at(assembly.id, '/paper-batches'), { fileId, entries }));
    done(await owners.colleague.post(at(assembly.id, `/paper-batches/${id}/keyings`), { entries }));
    expect((await vote.say(0, 'against')).status).toBe(status);
    const byChannel = status === 201 ? { desk: 1 } : { paper: 1 };
    expect(done(await owners.desk.get(at(assembly.id, '/turnout')))).toMatchObject({
      ...{ byChannel, slips: { out: 0, returned: 1 } },
    });
    const { record } = await certified(test, owners, assembly.id);
    expect(record.ballots.byChannel).toEqual(byChannel);
  });

  it('and a desk ballot at once leave one: the slip locks, or finds that its party has voted', async () => {
    const { say, assembly, parties } = await aVote();
    const issue = owners.colleague.post(at(assembly.id, '/paper-slips'), { partyIds: [parties[0]?.party] });
    const [slip, ballot] = await Promise.all([issue, say(0, 'for')]);
    expect([slip.status, ballot.status].sort()).toEqual([201, 409]);
  });
});
