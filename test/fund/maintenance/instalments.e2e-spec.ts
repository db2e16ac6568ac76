import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MaintenanceBooks } from '#libs/fund';
import { VerificationService } from '#libs/ledger';
import { asOwner, brokenIn } from '../../ledger/books.js';
import { testApp, type TestApp } from '../../support/app.js';
import { rowsOf } from '../../support/evidence.js';
import { signIn, type Person } from '../../support/people.js';
import { codeOf, said } from '../projects.js';
import { MaintainedCompound } from './homes.js';
import {
  anAcceptance,
  anInvoice,
  approveFirst,
  approveSecond,
  aRepair,
  ask,
  at,
  confirmed,
  ofPayment,
  papered,
  payOut,
  request,
  resolved,
  scanned,
  sheet,
  theContract,
} from './repairs.js';

let test: TestApp;
let compound: MaintainedCompound;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.at('2026-11-27T09:00:00+08:00');
  compound = await MaintainedCompound.made(test);
  await compound.paidIn('1号楼1单元101', '50000.00');
  await compound.paidIn('1号楼1单元102', '50000.00');
  await compound.paidIn('1号楼2单元101', '50000.00');
});

const outcome = async (id: string, what: string, body: object): Promise<string> =>
  codeOf(await compound.send(at(id, what), body));

/** 1000.01 yuan: 300.00 in advance, 400.00 by progress, 270.01 in the end and 30.00 retained. */
const FOUR = [
  { kind: 'advance', amount: '300.00' },
  { kind: 'progress', amount: '400.00' },
  { kind: 'settlement', amount: '270.01' },
  { kind: 'retention', amount: '30.00', dueOn: '2028-11-20' },
];

async function contracted(more: object = {}, repair: object = {}): Promise<string> {
  const id = await ask(compound, aRepair(await resolved(compound), repair));
  said(await compound.offices.east.post(at(id, 'contract'), theContract({ instalments: FOUR, ...more })));
  return id;
}

async function certificate(instalment: number): Promise<object> {
  const told = { kind: 'progress', title: '工程进度确认单', isPublic: true, instalment };
  return { ...told, fileId: await scanned(compound) };
}

const asksFor = async (id: string, n: number): Promise<string> => codeOf(await request(compound, id, n));

/** What everybody sees of the payments of the only repair. */
async function shown(): Promise<unknown> {
  const { city, inEast } = compound.offices;
  const answer = await test.http.get(`/api/v1/public/${city.code}/maintenance-funds/${inEast}/repairs`);
  expect(JSON.stringify(answer.body)).not.toMatch(/单元101|askedBy|approv/);
  return said<{ items: { instalments: unknown }[] }>(answer).items[0]?.instalments;
}

/** `ledger verify`, and what holds of every book, find nothing. */
async function isSound(): Promise<void> {
  const { city, inEast } = compound.offices;
  const book = await test.app.get(MaintenanceBooks).toKeep(city.operator, inEast);
  expect(await test.app.get(VerificationService).verify(book)).toMatchObject({ fault: null });
  expect(await brokenIn(test, city)).toEqual([]);
}

/** Time passes, and who works here signs in again. */
async function goneOn(instant: string): Promise<void> {
  test.at(instant);
  const { city, east, eastToo, admin } = compound.offices;
  const again = ({ login, password }: Person): Promise<Person> => signIn(test, city, login, password);
  const back = { east: await again(east), eastToo: await again(eastToo), admin: await again(admin) };
  Object.assign(compound.offices, back);
}

/** What every home gave of a repair, in fen. */
async function given(id: string): Promise<Readonly<Record<string, bigint>>> {
  const { shares } = await sheet(compound, id);
  return Object.fromEntries(shares.map(({ address, taken }) => [address, BigInt(taken.replace('.', ''))]));
}

describe('a contract that pays in instalments', () => {
  it('pays each when what it waits for is there, and each home to the fen in the end', async () => {
    const building = { benefit: 'building', stairway: undefined };
    const id = await contracted({}, building);
    await compound.paidIn('1号楼2单元102', '9000.00');
    expect(await asksFor(id, 2)).toBe('maintenance.no-certificate');
    expect(await asksFor(id, 3)).toBe('maintenance.not-accepted');
    expect(await asksFor(id, 4)).toBe('maintenance.not-accepted');
    await payOut(compound, id, 1);
    expect(await sheet(compound, id)).toMatchObject({ state: 'paying', taken: '300.00', owed: '700.01' });
    expect(await outcome(id, 'rejection', { reason: '不做了' })).toBe('payment.approved-twice');
    expect(await outcome(id, 'vouchers', await certificate(9))).toBe('maintenance.instalment-unknown');
    expect(await outcome(id, 'vouchers', await certificate(2))).toBe('201');
    await payOut(compound, id, 2);
    said(await compound.offices.east.post(at(id, 'acceptance'), await anAcceptance(compound)));
    // The invoice of what was paid in advance settles nothing.
    said(await compound.send(at(id, 'vouchers'), await anInvoice(compound, { instalment: 1 })));
    expect(await asksFor(id, 3)).toBe('maintenance.no-invoice');
    said(await compound.send(at(id, 'vouchers'), await anInvoice(compound, { instalment: 3 })));
    await payOut(compound, id, 3);
    expect(await asksFor(id, 4)).toBe('maintenance.not-due');
    expect(await sheet(compound, id)).toMatchObject({
      ...{ state: 'paying', taken: '970.01', owed: '30.00', dueOn: null },
      instalments: [
        {},
        {},
        {},
        { state: 'planned', hindrance: '质保期到 2028-11-20 满，质保金还不能付。请期满后再申请。' },
      ],
    });
    await goneOn('2028-11-20T09:00:00+08:00');
    await payOut(compound, id, 4);
    expect(await sheet(compound, id)).toMatchObject({ state: 'paid', taken: '1000.01', owed: '0.00' });
    const quarter = { '1号楼1单元101': 25_001n, '1号楼1单元102': 25_000n, '1号楼2单元101': 25_000n };
    expect(await given(id)).toEqual({ ...quarter, '1号楼2单元102': 25_000n });
    expect(await shown()).toMatchObject([
      { kind: 'advance', state: 'paid', paidOn: '2026-11-27', vouchers: [{ kind: 'invoice' }] },
      { kind: 'progress', amount: '400.00', vouchers: [{ kind: 'progress', title: '工程进度确认单' }] },
      { kind: 'settlement', taken: '270.01', vouchers: [{ kind: 'invoice' }] },
      { kind: 'retention', dueOn: '2028-11-20', paidOn: '2028-11-20', vouchers: [] },
    ]);
    const memos = (await compound.account('1号楼1单元102')).lines.map(({ memo }) => memo).slice(0, 4);
    expect(memos).toEqual(['（质保金）', '', '（进度款）', '（预付款）'].map((kind) => `1单元电梯钢丝绳更换${kind}`));
    await isSound();
  });

  it('says what each is, in its order and within the bounds of the rules', async () => {
    const id = await ask(compound, aRepair(await resolved(compound)));
    const [advance, progress, settlement, retention] = FOUR;
    const tries = async (instalments: readonly object[]): Promise<string> =>
      outcome(id, 'contract', theContract({ instalments }));
    expect(await tries([])).toBe('request.invalid');
    expect(await tries([{ ...settlement, kind: 'tip' }])).toBe('request.invalid');
    expect(await tries([{ ...settlement, amount: '1000.005' }])).toBe('ledger.amount-invalid');
    expect(await tries([{ ...settlement, amount: '1000.02' }])).toBe('maintenance.schedule-sum');
    expect(await tries([settlement ?? {}, { ...advance, amount: '730.00' }])).toBe('maintenance.schedule-order');
    expect(await tries([progress ?? {}, settlement ?? {}, { ...retention, amount: '330.00' }])).toBe(
      'maintenance.retention-beyond',
    );
    expect(
      await tries([
        { ...settlement, amount: '970.01' },
        { ...retention, dueOn: undefined },
      ]),
    ).toBe('maintenance.retention-day');
    const more = [
      { ...advance, amount: '300.01' },
      { ...settlement, amount: '700.00' },
    ];
    const refused = await compound.offices.east.post(at(id, 'contract'), theContract({ instalments: more }));
    expect(codeOf(refused)).toBe('maintenance.advance-beyond');
    expect(refused.body).toMatchObject({
      detail: '预付款最多为合同金额的 30%，即 300.00 元。请调低预付款，余下的放到进度款或结算款。',
    });
    expect(await sheet(compound, id)).toMatchObject({ contract: null, instalments: [] });
    expect(await tries(FOUR)).toBe('204');
  });

  it('is sent back one payment at a time, and asked for again', async () => {
    const { eastToo } = compound.offices;
    const id = await contracted();
    expect(codeOf(await approveFirst(compound, id, 1))).toBe('maintenance.instalment-unasked');
    said(await request(compound, id, 1));
    said(await approveFirst(compound, id, 1));
    expect(codeOf(await eastToo.post(ofPayment(id, 'rejection', 1), { reason: '账号有误' }))).toBe('204');
    expect(codeOf(await approveSecond(compound, id))).toBe('maintenance.instalment-unasked');
    expect(await sheet(compound, id)).toMatchObject({
      ...{ state: 'asked', taken: '0.00' },
      instalments: [{ state: 'planned', sentBack: '账号有误', approvedBy: [] }, {}, {}, {}],
    });
    await payOut(compound, id, 1);
    expect(codeOf(await eastToo.post(ofPayment(id, 'rejection', 1), { reason: '晚了' }))).toBe(
      'payment.approved-twice',
    );
  });

  it('settles in an emergency on its contract alone, and retains what it retains', async () => {
    const act = await confirmed(compound);
    const id = await ask(compound, aRepair(act, { decisionKind: 'act', emergency: 'lift' }));
    const instalments = [FOUR[0], { kind: 'settlement', amount: '670.01' }, FOUR[3]];
    said(await compound.offices.east.post(at(id, 'contract'), theContract({ instalments })));
    await payOut(compound, id, 1);
    expect(await sheet(compound, id)).toMatchObject({ dueOn: null });
    await payOut(compound, id, 2);
    expect(await sheet(compound, id)).toMatchObject({ dueOn: '2026-12-27', lacking: ['acceptance', 'invoice'] });
    expect(await asksFor(id, 3)).toBe('maintenance.not-accepted');
  });
});

describe('a contract below what was asked for', () => {
  it('is split anew, to the fen; the rest stays with the homes and with the decision', async () => {
    const resolution = await resolved(compound);
    const building = { benefit: 'building', stairway: undefined, amount: '60000.00' };
    const id = await ask(compound, aRepair(resolution, building));
    const sharesOf = async (): Promise<unknown> => (await sheet(compound, id)).shares.map(({ share }) => share);
    expect(await sharesOf()).toEqual(['15000.00', '15000.00', '15000.00', '15000.00']);
    expect(codeOf(await compound.send('spendings', aRepair(resolution, { amount: '40000.01' })))).toBe(
      'maintenance.beyond-decision',
    );
    await papered(compound, id, { amount: '40000.03' });
    expect(await sheet(compound, id)).toMatchObject({ cost: '40000.03', owed: '40000.03' });
    expect(await sharesOf()).toEqual(['10000.01', '10000.01', '10000.01', '10000.00']);
    await payOut(compound, id);
    expect(await sheet(compound, id)).toMatchObject({ state: 'owing', taken: '30000.03', owed: '10000.00' });
    expect(await compound.balance('1号楼1单元101')).toBe('39999.99');
    await compound.paidIn('1号楼2单元102', '20000.00');
    said(await compound.offices.east.post(ofPayment(id, 'collection'), {}));
    expect(await sheet(compound, id)).toMatchObject({ state: 'paid', taken: '40000.03', owed: '0.00' });
    expect(await compound.balance('1号楼2单元102')).toBe('10000.00');
    // 59,999.97 of the 100,000 yuan that were decided are left again.
    expect(codeOf(await compound.send('spendings', aRepair(resolution, { amount: '59999.98' })))).toBe(
      'maintenance.beyond-decision',
    );
    expect(codeOf(await compound.send('spendings', aRepair(resolution, { amount: '59999.97' })))).toBe('201');
    await isSound();
  });
});

describe('a payment that two approve at once', () => {
  it('is approved by each once, and paid once', async () => {
    const { admin } = compound.offices;
    const id = await contracted();
    said(await request(compound, id, 1));
    said(await approveFirst(compound, id, 1));
    const second = (): Promise<string> =>
      admin.post(ofPayment(id, 'approvals', 1), { hasNoInterest: true }).then((answer) => codeOf(answer));
    expect((await Promise.all([second(), second(), second()])).sort()).toEqual([
      ...['201', 'payment.approved-twice', 'payment.approved-twice'],
    ]);
    expect(await sheet(compound, id)).toMatchObject({ taken: '300.00' });
    expect((await Promise.all([1, 2, 3].map(() => asksFor(id, 1)))).sort()).toEqual(
      Array<string>(3).fill('maintenance.instalment-asked'),
    );
    await isSound();
  });

  it('comes beside another, and together they take no more than both', async () => {
    const { admin } = compound.offices;
    const id = await contracted();
    said(await compound.send(at(id, 'vouchers'), await certificate(2)));
    for (const n of [1, 2]) {
      said(await request(compound, id, n));
      said(await approveFirst(compound, id, n));
    }
    const both = await Promise.all(
      [1, 2].map((n) => admin.post(ofPayment(id, 'approvals', n), { hasNoInterest: true })),
    );
    expect(both.map(codeOf)).toEqual(['201', '201']);
    expect(await sheet(compound, id)).toMatchObject({ state: 'paying', taken: '700.00', owed: '300.01' });
    await isSound();
  });

  it('is asked for once', async () => {
    const id = await contracted();
    const answers = await Promise.all([1, 2, 3].map(() => asksFor(id, 1)));
    expect(answers.sort()).toEqual(['204', 'maintenance.instalment-asked', 'maintenance.instalment-asked']);
  });
});

/** A payment asked for and approved behind the app's back, then asked of the function that pays. */
async function forced(id: string, n: number): Promise<string> {
  const { city } = compound.offices;
  const asked = `INSERT INTO maintenance_request (city_id, id, spending_id, instalment, asked_on, at, by_id, by_name)
    VALUES ($1, gen_random_uuid(), $2, $3, '2026-11-27', now(), 'x', 'x')`;
  const approved = `INSERT INTO maintenance_spending_approval (city_id, request_id, position, declaration, at, by_id, by_name)
    SELECT city_id, id, p, '', now(), 'x' || p, 'x' FROM maintenance_request, generate_series(1, 2) AS p
    WHERE spending_id = $1 AND instalment = $2 AND NOT EXISTS (SELECT 1 FROM maintenance_spending_approval WHERE request_id = id)`;
  const known = 'SELECT 1 AS n FROM maintenance_request WHERE spending_id = $1 AND instalment = $2';
  if ((await rowsOf(test, city, known, [id, n])).length === 0) {
    await asOwner(test, city, asked, [city.city.id, id, n]);
    await asOwner(test, city, approved, [id, n]);
  }
  return codeOf(await compound.offices.east.post(ofPayment(id, 'collection', n), {}));
}

describe('the database', () => {
  it('asks for what each payment waits for itself, whatever was approved behind the app’s back', async () => {
    const id = await contracted();
    expect(await forced(id, 2)).toBe('maintenance.no-certificate');
    expect(await forced(id, 3)).toBe('maintenance.not-accepted');
    expect(await forced(id, 4)).toBe('maintenance.not-accepted');
    said(await compound.offices.east.post(at(id, 'acceptance'), await anAcceptance(compound)));
    expect(await forced(id, 3)).toBe('maintenance.no-invoice');
    expect(await forced(id, 4)).toBe('maintenance.not-due');
    const early = await compound.offices.east.post(ofPayment(id, 'collection', 4), { date: '2028-11-19' });
    expect(codeOf(early)).toBe('maintenance.not-due');
    said(await compound.send(at(id, 'vouchers'), await anInvoice(compound)));
    expect(await forced(id, 3)).toBe('201');
    expect(await forced(id, 3)).toBe('maintenance.nothing-there');
  });

  it('pays no instalment above its amount, and all of them no more than the contract', async () => {
    const { city } = compound.offices;
    const id = await contracted();
    const more = async (table: string, amount: number): Promise<void> => {
      await asOwner(test, city, `UPDATE ${table} SET amount = $2 WHERE spending_id = $1 AND amount = $3`, [
        ...[id, amount, table === 'maintenance_instalment' ? 30_000 : 15_000],
      ]);
    };
    await more('maintenance_instalment_share', 15_001);
    expect(await forced(id, 1)).toBe('maintenance.beyond-instalment');
    await more('maintenance_instalment', 30_002);
    expect(await forced(id, 1)).toBe('payment.beyond-contract');
    expect(await compound.balance('1号楼1单元101')).toBe('50000.00');
  });

  it('pays what two others approved, neither of whom asked for it', async () => {
    const id = await contracted();
    said(await request(compound, id, 1));
    said(await approveFirst(compound, id, 1));
    const collect = async (): Promise<string> =>
      codeOf(await compound.offices.east.post(ofPayment(id, 'collection', 1), {}));
    expect(await collect()).toBe('payment.too-few-approvers');
    const own = `INSERT INTO maintenance_spending_approval (city_id, request_id, position, declaration, at, by_id, by_name)
      SELECT city_id, id, 2, '', now(), by_id, by_name FROM maintenance_request WHERE spending_id = $1`;
    await asOwner(test, compound.offices.city, own, [id]);
    expect(await collect()).toBe('payment.too-few-approvers');
  });
});
