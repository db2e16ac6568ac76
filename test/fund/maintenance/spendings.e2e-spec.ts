import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { enterCity } from '#libs/platform';
import pg from 'pg';
import { brokenIn, asOwner } from '../../ledger/books.js';
import { testApp, type TestApp } from '../../support/app.js';
import { codeOf, said } from '../projects.js';
import { MaintainedCompound } from './homes.js';
import {
  approveFirst,
  approveSecond,
  aRepair,
  ask,
  confirmed,
  paid,
  ofPayment,
  papered,
  request,
  resolved,
  sheet,
  theContract,
} from './repairs.js';

let test: TestApp;
let compound: MaintainedCompound;

/** The second approval behind the app's back, which would pay at once. */
const SECOND_APPROVAL = `
  INSERT INTO maintenance_spending_approval (city_id, request_id, position, declaration, at, by_id, by_name)
  SELECT a.city_id, a.request_id, 2, a.declaration, a.at, 'x', 'x' FROM maintenance_spending_approval a
  JOIN maintenance_request q ON q.city_id = a.city_id AND q.id = a.request_id WHERE q.spending_id = $1`;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.at('2026-11-27T09:00:00+08:00');
  compound = await MaintainedCompound.made(test);
  await compound.paidIn('1号楼1单元101', '10000.00');
  await compound.paidIn('1号楼1单元102', '300.00');
  await compound.paidIn('2号楼1单元101', '20000.00');
});

describe('a repair', () => {
  it('is borne by those who benefit, to the fen; what a home lacks is told and taken from nobody else', async () => {
    const asked = 'split?amount=1000.01&benefit=stairway&building=1&stairway=1';
    const preview = said(await compound.offices.east.get(`${compound.at}/${asked}`));
    const shares = [
      { address: '1号楼1单元101', share: '500.01', taken: '500.01', lacking: '0.00' },
      { address: '1号楼1单元102', share: '500.00', taken: '300.00', lacking: '200.00' },
    ];
    expect(preview).toMatchObject({ shares, lacking: '200.00' });
    const id = await ask(compound, aRepair(await resolved(compound)));
    expect(await sheet(compound, id)).toMatchObject({ state: 'asked', taken: '0.00', owed: '1000.01' });
    expect(await paid(compound, id)).not.toBeNull();
    expect(await sheet(compound, id)).toMatchObject({ state: 'owing', taken: '800.01', owed: '200.00', shares });
    expect(await compound.balance('1号楼1单元101')).toBe('9499.99');
    expect(await compound.balance('1号楼1单元102')).toBe('0.00');
    expect(await compound.balance('2号楼1单元101')).toBe('20000.00');
    const [line] = (await compound.account('1号楼1单元101')).lines;
    expect(line).toMatchObject({ amount: '-500.01', basis: '业主大会决议：使用维修资金100000元修缮' });
    expect(await brokenIn(test, compound.offices.city)).toEqual([]);
  });

  it('is paid to the end once the home that owed has topped up, and then no more', async () => {
    const id = await ask(compound, aRepair(await resolved(compound)));
    const collect = async (): Promise<string> =>
      codeOf(await compound.offices.east.post(ofPayment(id, 'collection'), {}));
    expect(await collect()).toBe('payment.no-contract');
    await papered(compound, id);
    expect(await collect()).toBe('payment.too-few-approvers');
    said(await request(compound, id));
    said(await approveFirst(compound, id));
    said(await approveSecond(compound, id));
    expect(await collect()).toBe('maintenance.nothing-there');
    await compound.paidIn('1号楼1单元102', '1000.00', { kind: 'top-up', date: '2026-11-27' });
    expect(await collect()).toBe('201');
    expect(await sheet(compound, id)).toMatchObject({ state: 'paid', taken: '1000.01', owed: '0.00' });
    expect(await compound.balance('1号楼1单元102')).toBe('800.00');
    expect(await collect()).toBe('maintenance.nothing-there');
    // What is reversed is due again.
    const [line] = (await compound.account('1号楼1单元102')).lines;
    said(await compound.send(`/fund/entries/${line?.entryId ?? ''}/reversal`, { reason: '付款退回' }));
    expect(await sheet(compound, id)).toMatchObject({ state: 'owing', taken: '800.01', owed: '200.00' });
    expect(await collect()).toBe('201');
  });

  it('falls on the developer where a home is not sold, on all of the compound or on named homes', async () => {
    const { east } = compound.offices;
    const of = async (query: string): Promise<unknown> =>
      said(await east.get(`${compound.at}/split?amount=600&${query}`));
    expect(await of('benefit=building&building=1')).toMatchObject({
      shares: [{}, {}, {}, { address: '1号楼2单元102', share: '150.00', lacking: '150.00', isDevelopers: true }],
    });
    expect(await of('benefit=compound')).toMatchObject({
      shares: [{ share: '100.00' }, {}, {}, {}, { share: '200.00' }],
    });
    const named = [compound.home('1号楼1单元101'), compound.home('地下车位1')].join(',');
    expect(await of(`benefit=homes&units=${named}`)).toMatchObject({ shares: [{}, { address: '地下车位1' }] });
    expect(codeOf(await east.get(`${compound.at}/split?amount=1&benefit=building&building=9`))).toBe(
      'maintenance.scope-empty',
    );
  });
});

describe('what a repair rests on', () => {
  it('is a resolution on the use of the fund, of those who bear the cost, with enough left', async () => {
    const outcome = async (repair: object): Promise<string> => codeOf(await compound.send('spendings', repair));
    const fee = await resolved(compound, { matters: ['M9a'] });
    expect(await outcome(aRepair(fee))).toBe('project.decision-off-matter');
    const silent = await resolved(compound, { title: '使用维修资金修缮电梯' });
    expect(await outcome(aRepair(silent))).toBe('project.decision-silent');
    const others = await resolved(compound, { building: '2' });
    expect(await outcome(aRepair(others))).toBe('maintenance.decided-elsewhere');
    const own = await resolved(compound, { building: '1', stairway: '1' });
    expect(await outcome(aRepair(own, { decisionAmount: '100000.01' }))).toBe('project.decision-exceeded');
    expect(await outcome(aRepair(own, { amount: '60000.00' }))).toBe('201');
    expect(await outcome(aRepair(own, { amount: '60000.00' }))).toBe('maintenance.beyond-decision');
    expect(await outcome(aRepair(own, { amount: '1.00', benefit: 'building' }))).toBe('maintenance.decided-elsewhere');
  });

  it('is in an emergency the act of WY-19 that confirms it, and then alone', async () => {
    const act = await confirmed(compound);
    const named = { decisionKind: 'act' };
    expect(codeOf(await compound.send('spendings', aRepair(act, named)))).toBe('maintenance.vote-missing');
    const voted = aRepair(await resolved(compound), { emergency: 'lift' });
    expect(codeOf(await compound.send('spendings', voted))).toBe('project.emergency-unconfirmed');
    const id = await ask(compound, aRepair(act, { ...named, emergency: 'lift' }));
    said(await compound.offices.east.post(`/maintenance-spendings/${id}/contract`, theContract()));
    said(await request(compound, id));
    said(await approveFirst(compound, id));
    said(await compound.offices.east.post(`/acts/${act}/revocation`, { reason: '情况不实，予以撤销' }));
    expect(codeOf(await approveSecond(compound, id))).toBe('payment.decision-revoked');
    expect(await compound.balance('1号楼1单元101')).toBe('10000.00');
  });

  it('is approved by two others, the second of whom keeps the city’s fund', async () => {
    const { east, eastToo, admin } = compound.offices;
    const id = await ask(compound, aRepair(await resolved(compound)));
    await papered(compound, id);
    const approve = async (by: typeof east, hasNoInterest = true): Promise<string> =>
      codeOf(await by.post(ofPayment(id, 'approvals'), { hasNoInterest }));
    said(await request(compound, id));
    expect(await approve(east)).toBe('payment.own-application');
    expect(await approve(eastToo, false)).toBe('payment.undeclared');
    expect(await approve(eastToo)).toBe('201');
    expect(await approve(eastToo)).toBe('payment.approved-before');
    expect(codeOf(await approveSecond(compound, id, { date: '2026-10-31' }))).toBe('payment.before-decision');
    said(await eastToo.post(`/maintenance-spendings/${id}/rejection`, { reason: '发票不符' }));
    expect(await approve(admin)).toBe('payment.payment-rejected');
    expect(await sheet(compound, id)).toMatchObject({ state: 'rejected', taken: '0.00' });
  });
});

describe('a repair that is sent again', () => {
  it('is asked for once under its key, and under none not at all', async () => {
    const { east, inEast } = compound.offices;
    const repair = aRepair(await resolved(compound), { amount: '60000.00' });
    const key = 'repair-of-the-lift';
    const answers = await Promise.all([1, 2].map(() => compound.send('spendings', repair, { key })));
    const ids = answers.map((answer) => said<{ id: string }>(answer).id);
    expect(new Set(ids).size).toBe(1);
    const other = { ...repair, title: '2单元电梯钢丝绳更换' };
    expect(codeOf(await compound.send('spendings', other, { key }))).toBe('maintenance.key-used');
    expect(codeOf(await east.post(`/compounds/${inEast}/maintenance-fund/spendings`, repair))).toBe(
      'ledger.key-missing',
    );
    const { items } = said<{ items: { id: string }[] }>(await east.get(`${compound.at}/spendings`));
    expect(items.map(({ id }) => id)).toEqual([ids[0]]);
  });
});

describe('what the sheet of a repair offers', () => {
  it('is what whoever reads it may do, and why they do not approve it', async () => {
    const { east, eastToo, admin, community } = compound.offices;
    const id = await ask(compound, aRepair(await resolved(compound)));
    await papered(compound, id);
    const offered = async (by: typeof east): Promise<unknown> => {
      const { deeds, instalments } = await sheet(compound, id, by);
      return [deeds, ...instalments.flatMap((each) => [each.deeds, each.hindrance])];
    };
    const whole = ['voucher', 'reject'];
    expect(await offered(eastToo)).toEqual([whole, ['ask'], null]);
    said(await request(compound, id));
    const own = '这笔款是您申请的，不能由您复核。请由没有参与申请的人复核。';
    expect(await offered(east)).toEqual([whole, ['return'], own]);
    expect(await offered(community)).toEqual([[], [], null]);
    expect(await offered(eastToo)).toEqual([whole, ['approve', 'return'], null]);
    said(await approveFirst(compound, id));
    expect(await offered(eastToo)).toEqual([whole, ['return'], expect.any(String)]);
    expect(await offered(admin)).toEqual([whole, ['approve', 'return'], null]);
    said(await approveSecond(compound, id));
    expect(await offered(east)).toEqual([['voucher'], ['collect'], null]);
  });
});

describe('the function that pays', () => {
  it('asks itself which city was entered, and what it writes is written by nobody else', async () => {
    const app = new pg.Client({ connectionString: test.database.appUrl });
    await app.connect();
    const outcomeOf = async (text: string, enter = ''): Promise<string> => {
      await app.query(`BEGIN; ${enter}`);
      const outcome = await app.query(text).then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
      await app.query('ROLLBACK');
      return outcome;
    };
    const call = `SELECT maintenance_spend(gen_random_uuid(), 1::smallint, gen_random_uuid(), now()::date, '', '')`;
    expect(await outcomeOf(call)).toBe('42501');
    const write = 'INSERT INTO maintenance_taking SELECT * FROM maintenance_taking';
    expect(await outcomeOf(write, enterCity(compound.offices.city.city.id))).toBe('42501');
    await app.end();
  });
});

describe('two repairs at once', () => {
  it('never overdraw a home', async () => {
    const resolution = await resolved(compound);
    const ids: string[] = [];
    for (const title of ['电梯', '楼梯', '门禁', '照明']) {
      const id = await ask(compound, aRepair(resolution, { title: `${title}维修`, amount: '10000.00' }));
      await papered(compound, id, { amount: '10000.00' });
      said(await request(compound, id));
      said(await approveFirst(compound, id));
      ids.push(id);
    }
    await Promise.all(ids.map(async (id) => said(await approveSecond(compound, id))));
    const sheets = await Promise.all(ids.map((id) => sheet(compound, id)));
    const taken = sheets.reduce((sum, each) => sum + Number(each.taken), 0);
    expect(taken).toBe(10_300);
    expect(await compound.balance('1号楼1单元101')).toBe('0.00');
    expect(await compound.balance('1号楼1单元102')).toBe('0.00');
    expect(await compound.balance('2号楼1单元101')).toBe('20000.00');
    expect(await brokenIn(test, compound.offices.city)).toEqual([]);
  });

  it('draw no more than was decided, whatever was asked for behind the app’s back', async () => {
    const resolution = await resolved(compound, { title: '使用维修资金1000元' });
    const id = await ask(compound, aRepair(resolution, { amount: '1000.00', decisionAmount: '1000.00' }));
    await papered(compound, id, { amount: '1000.00' });
    said(await request(compound, id));
    said(await approveFirst(compound, id));
    for (const text of [
      'UPDATE maintenance_spending SET amount = 1000000 WHERE id = $1',
      'UPDATE maintenance_spending_step SET amount = 1000000 WHERE spending_id = $1 AND amount > 0',
      'UPDATE maintenance_instalment SET amount = 1000000 WHERE spending_id = $1',
      'UPDATE maintenance_instalment_share SET amount = 500000 WHERE spending_id = $1',
    ])
      await asOwner(test, compound.offices.city, text, [id]);
    expect(codeOf(await approveSecond(compound, id))).toBe('payment.beyond-decision');
  });

  it('would refuse what it should find nothing for, without the lock of the book', async () => {
    const resolution = await resolved(compound);
    const ids: string[] = [];
    for (const amount of ['20000.00', '500.00']) {
      const id = await ask(compound, aRepair(resolution, { amount }));
      await papered(compound, id, { amount });
      said(await request(compound, id));
      said(await approveFirst(compound, id));
      await asOwner(test, compound.offices.city, SECOND_APPROVAL, [id]);
      ids.push(id);
    }
    const owner = new pg.Client({ connectionString: test.database.ownerUrl });
    await owner.connect();
    const text = `SELECT pg_get_functiondef(oid) AS text FROM pg_proc WHERE proname = 'maintenance_spend'`;
    const definition = (await owner.query<{ text: string }>(text)).rows[0]?.text ?? '';
    const unlocked = definition.replace(/PERFORM pg_advisory_xact_lock\(.*\);/, '');
    expect(unlocked).not.toBe(definition);
    try {
      await owner.query(unlocked);
      expect(await bothAtOnce(owner, ids)).toEqual(['posted', 'floor']);
    } finally {
      await owner.query(definition);
      await owner.end();
    }
    expect(await compound.balance('1号楼1单元101')).toBe('0.00');
  });
});

/** Two repairs paid at once, the second while the first has not committed. */
async function bothAtOnce(owner: pg.Client, ids: readonly string[]): Promise<unknown> {
  const clients = await Promise.all(
    ids.map(async () => {
      const client = new pg.Client({ connectionString: test.database.appUrl });
      await client.connect();
      await client.query(`BEGIN; ${enterCity(compound.offices.city.city.id)}`);
      return client;
    }),
  );
  const call = `SELECT maintenance_spend($1, 1::smallint, gen_random_uuid(), '2026-11-27', 'x', 'x') AS outcome`;
  const first = await clients[0]?.query<{ outcome: string }>(call, [ids[0]]);
  const second = clients[1]?.query<{ outcome: string }>(call, [ids[1]]);
  const waits = `SELECT 1 FROM pg_locks WHERE NOT granted`;
  while ((await owner.query(waits)).rowCount === 0) await new Promise((done) => setTimeout(done, 20));
  await clients[0]?.query('COMMIT');
  const found = [first?.rows[0]?.outcome, (await second)?.rows[0]?.outcome];
  for (const client of clients) await client.query('ROLLBACK').then(() => client.end());
  return found;
}
