import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPhone } from '../roster/owners.js';
import { outcomeOf } from '../support/answers.js';
import { aScan } from '../support/files.js';
import { testApp, type TestApp } from '../support/app.js';
import { brokenIn } from './support/invariants.js';
import { bound, castByPhone } from './support/own-voters.js';
import { aBallot, aWindow, cast, certified, done, ownersOf, prepared, type Owners } from './support/votes.js';
import {
  figures,
  ORDINARY,
  register,
  SPECIAL,
  times,
  units,
  WorkedVote,
  type Told,
  type Unit,
} from './support/worked-votes.js';

// The worked examples of the voting law, each by its number: from the register over the ballots to the certified result.

/** Sixty who vote, of 6,000 m² together, so that all sums of the examples can be made of them; and thirty silent. */
const AREAS: readonly string[] = [
  ...[...times(6, '50'), ...times(6, '150'), '101', '99', '99.99', '100.01'],
  ...times(74, '100'),
];
const VOTERS = 60;

const DEVELOPER: Unit = { area: 100, owner: '晋城示例置业有限公司', standing: '未售' };
const COUPLE = { li: aPhone(), wang: aPhone() };

const REGISTERS = {
  /** B: ninety owners, 9,000 m². */
  B: register('B', units(90, (at) => ({ area: AREAS[at] ?? '' }))), // prettier-ignore
  /** X holds eleven of a hundred equal units. */
  X: register('X', [...units(11, () => ({ owner: '大业主', phone: '13800990001' })), ...units(89)]),
  /** Ninety homes, and thirty units of the developer. */
  D: register('D', [...units(90), ...units(30, () => DEVELOPER)]),
  /** Thirty units, the last one of a couple. */
  C: [...register('C', units(29)), `C,1,1,130,100,李四、王五,,${COUPLE.li}、${COUPLE.wang},"1/2,1/2",,`],
  /** A stairway of twelve, and another one that has nothing to say. */
  L: [
    ...register('L', [{ area: 160 }, { area: 40 }, ...units(10)]),
    ...units(12).map((_, n) => `L,1,2,${n + 201},100,邻梯业主${n},,,,,`),
  ],
  /** Ninety homes, and sixty parking spaces of the owners 30 to 89. */
  P: [
    ...register('P', units(90, (at) => ({ owner: `车主${at}`, phone: `1370000${1000 + at}` }))), // prettier-ignore
    ...units(60).map((_, n) => `P,地下,,车位${n + 1},13,车主${n + 30},,1370000${1030 + n},,,车位`),
  ],
  /** A hundred homes and a shop. */
  S: register('S', [...units(100), { area: 5000, use: '商业' }]),
  /** Nine owners who elect their committee. */
  E: register('E', units(9)),
};

let test: TestApp;
let owners: Readonly<Record<keyof typeof REGISTERS, Owners>>;

beforeAll(async () => {
  test = await testApp();
  const codes = Object.keys(REGISTERS) as (keyof typeof REGISTERS)[];
  owners = await ownersOf(test, codes, Object.values(REGISTERS).flat(), { isDemo: true });
});
afterAll(async () => {
  expect(await brokenIn(test, owners.B.city)).toEqual([]);
  await test.close();
});

const open = (code: keyof typeof REGISTERS, more: Parameters<typeof prepared>[1] = {}): Promise<WorkedVote> =>
  WorkedVote.open(test, owners[code], more);

/** The roll of an assembly that was prepared for nothing else. */
async function rollOf(code: keyof typeof REGISTERS): Promise<{ heads: number; weight: string }> {
  const { id } = await prepared(owners[code]);
  done(await owners[code].desk.post(`/assemblies/${id}/roll`, { reason: '首次冻结' }));
  return done(await owners[code].desk.get(`/assemblies/${id}/roll`));
}

/** What each voter of B says, when these flats of each area say it and the others something else. */
function saidBy(groups: readonly { said: string; flats: Readonly<Record<string, number>> }[], rest: string): string[] {
  const left = groups.map(({ said, flats }) => ({ said, flats: { ...flats } as Record<string, number> }));
  return AREAS.slice(0, VOTERS).map((area) => {
    const group = left.find(({ flats }) => (flats[area] ?? 0) > 0);
    if (!group) return rest;
    group.flats[area] = (group.flats[area] ?? 0) - 1;
    return group.said;
  });
}

const inFavour = (flats: Readonly<Record<string, number>>): string[] => saidBy([{ said: 'for', flats }], 'against');

/** The examples of base case B with sixty voters: one vote, a motion for each of them. */
const OF_SIXTY = [
  ['1: exactly two thirds take part', ORDINARY, inFavour({ 100: 28, 101: 1, 50: 2 }), '31 / 3001', 'ADOPTED'],
  ['3: exactly half of the heads', ORDINARY, inFavour({ 100: 28, 150: 2 }), '30 / 3100', 'NOT_ADOPTED'],
  ['4: exactly half of the area', ORDINARY, inFavour({ 100: 27, 50: 6 }), '33 / 3000', 'NOT_ADOPTED'],
  ['5: exactly three quarters', SPECIAL, inFavour({ 100: 43, 50: 1, 150: 1 }), '45 / 4500', 'ADOPTED'],
  ['6: a hair short of it', SPECIAL, inFavour({ 100: 44, '99.99': 1 }), '45 / 4499.99', 'NOT_ADOPTED'],
  ['7: to use the fund', ORDINARY, inFavour({ 100: 34, 150: 2 }), '36 / 3700', 'ADOPTED'],
  ['7: to raise the fund', SPECIAL, inFavour({ 100: 34, 150: 2 }), '36 / 3700', 'NOT_ADOPTED'],
  [
    ...(['7: to dismiss the company', { ...ORDINARY, title: '解聘物业', matters: ['M4'] }] as const),
    ...([inFavour({ 100: 34, 150: 2 }), '36 / 3700', 'ADOPTED'] as const),
  ],
  [
    ...(['13: abstentions block', ORDINARY] as const),
    saidBy(
      [
        { said: 'for', flats: { 100: 28, 50: 1, 150: 1 } },
        { said: 'against', flats: { 100: 16, 50: 2, 150: 2 } },
      ],
      'abstain',
    ),
    ...(['30 / 3000', 'NOT_ADOPTED'] as const),
  ],
  [
    ...(['14: abstentions make the quorum', ORDINARY] as const),
    saidBy(
      [
        { said: 'for', flats: { 100: 29, 50: 1, 150: 1 } },
        { said: 'against', flats: { 100: 15, 50: 2, 150: 2 } },
      ],
      'abstain',
    ),
    ...(['31 / 3100', 'ADOPTED'] as const),
  ],
] as const;

describe('sixty of ninety owners', () => {
  let told: readonly Told[];
  let sale: readonly unknown[];

  beforeAll(async () => {
    const vote = await open('B', { motions: OF_SIXTY.map(([, motion]) => motion) });
    await vote.say(Array.from({ length: VOTERS }, (_, voter) => OF_SIXTY.map(([, , said]) => said[voter] ?? '')));
    sale = await soldAfterCasting(vote);
    told = await vote.result();
  });

  /** What the desk is told who notes a sale and brings the ballot of the buyer, after the seller has voted. */
  async function soldAfterCasting(vote: WorkedVote): Promise<readonly unknown[]> {
    const partyId = vote.parties[0]?.party ?? '';
    const paper = { partyId, successor: '买方赵六', on: '2026-11-20', document: '不动产权证1号' };
    const noted = await owners.B.desk.post(vote.at('/roll/successions'), paper);
    const said = OF_SIXTY.map(() => ['against']);
    const ballot = aBallot(vote.assembly, partyId, said, { castBy: '买方赵六', capacity: 'successor' });
    const bought = await cast(test, owners.B.desk, { id: vote.assembly.id, ballot });
    return [outcomeOf(noted), outcomeOf(bought)];
  }

  it('all take part with 6,000 m², whatever they say', () => {
    expect(new Set(told.map(({ quorum }) => figures(quorum)))).toEqual(new Set(['60 / 6000']));
  });

  it('24: a sale during the vote leaves the ballot of the seller, and the buyer is refused', () => {
    expect(sale).toEqual([
      [409, 'ballot.already-cast'],
      [422, 'ballot.no-successor'],
    ]);
  });

  it.each(OF_SIXTY.map(([name, , , approval, outcome], at) => ({ name, approval, outcome, at })))(
    '$name: $outcome',
    ({ at, approval, outcome }) => {
      const motion = told[at] as Told;
      expect([figures(motion.approval), motion.outcome]).toEqual([approval, outcome]);
    },
  );
});

it('2: enough area takes part and too few heads: no quorum', async () => {
  const vote = await open('B', { motions: [ORDINARY] });
  // 54 of those who voted elsewhere, and five who did not, 59 owners of 6,100 m².
  const voters = [...AREAS.entries()].map(([at, area]) => at < 2 || (area !== '50' && (at < VOTERS || at < 63)));
  const approving = new Set([0, 6, ...Array.from({ length: 38 }, (_, n) => 16 + n)]);
  await vote.say(voters.map((votes, at) => (votes ? (approving.has(at) ? 'for' : 'against') : null)));
  const [told] = await vote.result();
  expect([figures(told?.quorum as Told['quorum']), told?.outcome]).toEqual(['59 / 6100', 'NO_QUORUM']);
});

it('8 and 9: the owner of eleven units is one person, and five more who approve make the difference', async () => {
  const vote = await open('X', { motions: [ORDINARY, ORDINARY] });
  expect(vote.parties).toHaveLength(90);
  await vote.say(units(VOTERS).map((_, at) => [at <= 25 ? 'for' : 'against', at <= 30 ? 'for' : 'against']));
  const told = await vote.result();
  expect(told.map(({ quorum, approval, outcome }) => [figures(quorum), figures(approval), outcome])).toEqual([
    ['60 / 7000', '26 / 3600', 'NOT_ADOPTED'],
    ['60 / 7000', '31 / 4100', 'ADOPTED'],
  ]);
});

describe('a developer with thirty unsold units of a hundred and twenty', () => {
  const HOMES = [...times(55, 'for'), ...times(6, 'against')];

  it('10: is one person; silent, there is no quorum by area', async () => {
    const vote = await open('D', { motions: [ORDINARY] });
    expect(vote.parties).toHaveLength(91);
    await vote.say(HOMES);
    const [told] = await vote.result();
    expect([figures(told?.quorum as Told['quorum']), told?.outcome]).toEqual(['61 / 6100', 'NO_QUORUM']);
  });

  it('11: votes against: the ordinary matter is adopted, the special one is not', async () => {
    const vote = await open('D', { motions: [ORDINARY, SPECIAL] });
    const isDeveloper = vote.parties.findIndex(({ weight }) => weight === '300000');
    const homes = [...HOMES];
    await vote.say(vote.parties.map((_, at) => (at === isDeveloper ? 'against' : (homes.shift() ?? null))));
    const told = await vote.result();
    expect(told.map(({ quorum, approval, outcome }) => [figures(quorum), figures(approval), outcome])).toEqual([
      ['62 / 9100', '55 / 5500', 'ADOPTED'],
      ['62 / 9100', '55 / 5500', 'NOT_ADOPTED'],
    ]);
  });

  it('25: a buyer who has the keys leaves the pool, and is a person of the own', async () => {
    expect(await rollOf('D')).toMatchObject({ heads: 91, weight: '1200000' });
    const at = `/compounds/${owners.D.compound}/units`;
    const [unit] = done<{ items: { id: string }[] }>(await owners.D.admin.get(`${at}?q=1-1-191`)).items;
    const delivery = { cause: 'delivery', on: '2026-11-01', owners: [{ name: '买方钱七' }], standing: 'owned' };
    done(await owners.D.admin.post(`${at}/${unit?.id}/transfers`, { ...delivery, reason: '已交钥匙' }));
    expect(await rollOf('D')).toMatchObject({ heads: 92, weight: '1200000' });
  });
});

describe('12: a couple whose one ballot decides whether there is a quorum', () => {
  const neighbours = [...times(10, 'for'), ...times(9, 'against')];

  async function outcomeWhere(wangSays: string): Promise<unknown> {
    const vote = await open('C', { motions: [ORDINARY] });
    await vote.say(neighbours);
    const { id, motions } = vote.assembly;
    const party = vote.parties.at(-1)?.party ?? '';
    test.at(new Date(test.now().getTime() + 61_000).toISOString());
    const [li, wang] = [await bound(test, owners.C, COUPLE.li), await bound(test, owners.C, COUPLE.wang)];
    done(await castByPhone(test, li, vote.assembly, { party }));
    const answers = motions.map((motion) => ({ motion, ticked: [wangSays] }));
    done(await wang.post(`/me/assemblies/${id}/parties/${party}/statements`, { answers }));
    const [told] = await vote.result();
    return [figures(told?.quorum as Told['quorum']), told?.outcome];
  }

  it('who agree are one person: adopted', async () => {
    expect(await outcomeWhere('for')).toEqual(['20 / 2000', 'ADOPTED']);
  });

  it('who contradict each other are not counted: no quorum', async () => {
    expect(await outcomeWhere('against')).toEqual(['19 / 1900', 'NO_QUORUM']);
  });
});

it.each([
  ['exclude', '58 / 5800', 'NO_QUORUM', { invalid: 'as_abstain', outcome: 'ADOPTED' }],
  ['as_abstain', '60 / 6000', 'ADOPTED', { invalid: 'exclude', outcome: 'NO_QUORUM' }],
])('15: two invalid slips, %s: %s, %s, and sensitive', async (invalid, quorum, outcome, sensitive) => {
  const vote = await open('B', { motions: [ORDINARY], rules: { invalid } });
  await vote.onPaper(16, ['invalid', 'invalid']);
  // Thirty-one of 100 m² each, and twenty-seven against.
  const others = AREAS.slice(0, VOTERS).map((_, at) => (at >= 18 && at < 49 ? 'for' : 'against'));
  await vote.say(others.map((said, at) => (at === 16 || at === 17 ? null : said)));
  const [told] = await vote.result();
  expect([figures(told?.quorum as Told['quorum']), told?.outcome, told?.sensitive]).toEqual([
    ...[quorum, outcome, [sensitive]],
  ]);
});

/** A clause on silence as it must be, and who had the ballot in hand: three owners, and a tenant of a fourth. */
const CLAUSE = {
  ...{ text: '逾期未反馈的，按规约推定', inForceFrom: '2025-01-01', methods: ['hand'] },
  ...{ warnedOnBallot: true, isInterimCovenant: false },
};

it.each([
  ['AS_MAJORITY', '21 / 2100', '13 / 1300', 'ADOPTED'],
  ['AS_ABSTAIN', '21 / 2100', '10 / 1000', 'NOT_ADOPTED'],
])('§1.5: silence, %s: cast only there is no quorum, deemed %s take part and %s approve: %s', async (...expected) => {
  const [deemedRule, ...deemed] = expected;
  const vote = await open('C', { motions: [ORDINARY], rules: { deemedRule, deemedClause: CLAUSE } });
  await vote.say([...times(10, 'for'), ...times(8, 'against')]);
  const fileId = await aScan(test, owners.C.desk, `签收单${deemedRule}`);
  const entries = vote.parties.slice(18, 22).map(({ party }, at) => ({
    ...{ partyId: party, method: 'hand', outcome: 'delivered', recipient: at < 3 ? 'owner' : 'tenant', fileId },
  }));
  done(await owners.C.desk.post(vote.at('/delivery'), { entries }));
  const { record } = await certified(test, owners.C, vote.assembly.id);
  const told = [record.motions[0]?.results[0], record.withDeemed?.motions[0]] as unknown as readonly Told[];
  expect(told.map(({ quorum, approval, outcome }) => [figures(quorum), figures(approval), outcome])).toEqual([
    ...[['18 / 1800', '10 / 1000', 'NO_QUORUM'], deemed],
  ]);
  expect(record.withDeemed?.parties).toBe(3);
});

it.each([
  ['FIRST_CAST', 409, '31 / 3100', 'ADOPTED'],
  ['ELECTRONIC_PREVAILS', 201, '30 / 3000', 'NOT_ADOPTED'],
])('18: for on paper, then against on the phone, %s: %i, %s, %s', async (channelPolicy, status, approval, outcome) => {
  const vote = await open('B', { motions: [ORDINARY], rules: { channelPolicy } });
  await vote.onPaper(16, ['for']);
  const said = inFavour({ 100: 29, 50: 1, 150: 1 }).map((each, at) => (at === 16 ? null : each));
  await vote.say(said);
  const second = aBallot(vote.assembly, vote.parties[16]?.party ?? '', 'against');
  expect((await cast(test, owners.B.desk, { id: vote.assembly.id, ballot: second })).status).toBe(status);
  const [told] = await vote.result();
  expect([figures(told?.quorum as Told['quorum']), figures(told?.approval as Told['approval']), told?.outcome]).toEqual(
    ['60 / 6000', approval, outcome],
  );
});

it('19: a lift for one stairway is decided by those who share it', async () => {
  const vote = await open('L', { motions: [SPECIAL, SPECIAL], building: '1', stairway: '1' });
  expect(vote.parties).toHaveLength(12);
  const short = new Set([0, 2, 3, 4, 5]);
  await vote.say(units(8).map((_, at) => [at >= 2 ? 'for' : 'against', short.has(at) ? 'for' : 'against']));
  const told = await vote.result();
  expect(told.map(({ quorum, approval, outcome }) => [figures(quorum), figures(approval), outcome])).toEqual([
    ['8 / 800', '6 / 600', 'ADOPTED'],
    ['8 / 800', '5 / 560', 'NOT_ADOPTED'],
  ]);
});

it.each([
  [true, '60 / 6390', 'NO_QUORUM'],
  [false, '60 / 6000', 'ADOPTED'],
])('20: parking counts, %s: %s, %s', async (countsParking, quorum, outcome) => {
  const rules = { countsParking, rulesClause: '议事规则第五条' };
  const vote = await open('P', { motions: [ORDINARY], rules });
  expect(vote.parties).toHaveLength(90);
  // The first sixty: thirty of them have a space as well.
  await vote.say(times(VOTERS, 'for'));
  const [told] = await vote.result();
  expect([figures(told?.quorum as Told['quorum']), told?.outcome]).toEqual([quorum, outcome]);
});

it('21: the fourth proxy of one holder is void, and with it the quorum', async () => {
  const vote = await open('B', { motions: [ORDINARY] });
  const given = (n: number): Promise<[number, string]> =>
    owners.B.desk
      .post(vote.at('/proxies'), {
        ...{ partyId: vote.parties[n]?.party, holderName: '王五', holderMark: '123X', holderKind: 'other' },
        ...{ from: '2026-01-01', to: '2099-12-31' },
      })
      .then(outcomeOf);
  const answers = [await given(16), await given(17), await given(18), await given(19)];
  expect(answers.map(([status]) => status)).toEqual([201, 201, 201, 422]);
  const held = new Set([16, 17, 18]);
  const all = inFavour({ 100: 29, 50: 1, 150: 1 });
  await vote.say(all.map((said, at) => (held.has(at) || at === 19 ? null : said)));
  await vote.say(all.map((said, at) => (held.has(at) ? said : null)), { capacity: 'proxy', castBy: '王五' }); // prettier-ignore
  const fourth = aBallot(vote.assembly, vote.parties[19]?.party ?? '', 'for', { capacity: 'proxy', castBy: '王五' });
  expect(outcomeOf(await cast(test, owners.B.desk, { id: vote.assembly.id, ballot: fourth }))).toEqual([
    ...[422, 'proxy.none'],
  ]);
  const [told] = await vote.result();
  expect([figures(told?.quorum as Told['quorum']), told?.outcome]).toEqual(['59 / 5900', 'NO_QUORUM']);
});

it('22: one big shop: silent there is no quorum, against it stops the special matter alone', async () => {
  const homes = [...times(60, 'for'), ...times(8, 'against')];
  const silent = await open('S', { motions: [ORDINARY] });
  await silent.say(homes);
  expect((await silent.result()).map(({ quorum, outcome }) => [figures(quorum), outcome])).toEqual([
    ['68 / 6800', 'NO_QUORUM'],
  ]);
  const against = await open('S', { motions: [ORDINARY, SPECIAL] });
  await against.say(against.parties.map(({ weight }, at) => (weight === '500000' ? 'against' : (homes[at] ?? null))));
  const told = await against.result();
  expect(told.map(({ quorum, approval, outcome }) => [figures(quorum), figures(approval), outcome])).toEqual([
    ['69 / 11800', '60 / 6000', 'ADOPTED'],
    ['69 / 11800', '60 / 6000', 'NOT_ADOPTED'],
  ]);
});

it.each([
  [6, 'PARTIAL', 'the committee stands, and a seat is for a by-election'],
  [4, 'BY_ELECTION_FIRST', 'more than half of the seats and fewer than five members: none stands before a by-election'],
])('23: %i of seven seats are filled: %s, %s', async (filled, formation) => {
  const candidates = units(8).map((_, at) => ({ name: `E业主${at}`, isDeclared: true }));
  const election = { title: '选举委员', body: '', kind: 'election', matters: ['M3'], candidates, seats: 7 };
  const vote = await open('E', { motions: [election] });
  const chosen = Array.from({ length: filled }, (_, at) => `c${at + 1}`);
  for (const [at, { party }] of vote.parties.entries()) {
    const ballot = aBallot(vote.assembly, party, [at < 4 ? [...chosen, 'c7'] : chosen]);
    done(await cast(test, owners.E.desk, { id: vote.assembly.id, ballot }));
  }
  const { record } = await certified(test, owners.E, vote.assembly.id);
  expect(record.motions[0]?.election).toMatchObject({ formation, vacant: 7 - filled });
  expect(record.motions[0]?.election?.elected).toHaveLength(filled);
});

it('26: fourteen days are too short a notice, sixteen are safe', async () => {
  const { id } = await prepared(owners.E);
  done(await owners.E.desk.post(`/assemblies/${id}/roll`, { reason: '首次冻结' }));
  const { closesAt } = aWindow();
  const opening = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
  const notice = (days: number): Promise<[number, string]> =>
    owners.E.desk.post(`/assemblies/${id}/notice`, { opensAt: opening(days), closesAt }).then(outcomeOf);
  expect(await notice(14)).toEqual([422, 'assembly.lint-blocks']);
  expect(await notice(16)).toEqual([204, undefined]);
});
