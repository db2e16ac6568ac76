import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asOwner } from '../../ledger/books.js';
import { testApp, type TestApp } from '../../support/app.js';
import { rowsOf } from '../../support/evidence.js';
import { downloaded } from '../../support/files.js';
import { importList } from '../../support/lists.js';
import { signIn } from '../../support/people.js';
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
});

const outcome = async (id: string, what: string, body: object): Promise<string> =>
  codeOf(await compound.send(at(id, what), body));

/** An emergency of the lift, confirmed by the street. */
async function anEmergency(more: object = {}): Promise<string> {
  const act = await confirmed(compound);
  return ask(compound, aRepair(act, { decisionKind: 'act', emergency: 'lift', ...more }));
}

describe('a repair is paid', () => {
  it('once it has its contract, its acceptance and its invoice, one after the other', async () => {
    const id = await ask(compound, aRepair(await resolved(compound)));
    const stops = async (): Promise<string> => codeOf(await request(compound, id));
    expect(await stops()).toBe('payment.no-contract');
    expect(await outcome(id, 'acceptance', await anAcceptance(compound))).toBe('project.step-refused');
    expect(await outcome(id, 'contract', theContract())).toBe('204');
    expect(await outcome(id, 'contract', theContract())).toBe('project.step-refused');
    expect(await stops()).toBe('maintenance.not-accepted');
    expect(await outcome(id, 'acceptance', await anAcceptance(compound, { acceptors: [] }))).toBe('request.invalid');
    expect(await outcome(id, 'acceptance', await anAcceptance(compound))).toBe('204');
    expect(await stops()).toBe('maintenance.no-invoice');
    expect(await sheet(compound, id, compound.offices.eastToo)).toMatchObject({
      ...{ lacking: ['invoice'], deeds: ['voucher', 'reject'] },
      instalments: [{ deeds: [], hindrance: '这项维修还没有发票，不能付款。请先附上发票。' }],
    });
    expect(await outcome(id, 'vouchers', await anInvoice(compound))).toBe('201');
    expect(codeOf(await approveFirst(compound, id))).toBe('maintenance.instalment-unasked');
    expect(await stops()).toBe('204');
    expect(await stops()).toBe('maintenance.instalment-asked');
    said(await approveFirst(compound, id));
    said(await approveSecond(compound, id));
    expect(await sheet(compound, id)).toMatchObject({
      ...{ state: 'paid', lacking: [], dueOn: null, isOverdue: false },
      contract: { number: 'HT-7', counterparty: '晋城电梯公司', amount: '1000.01', onDay: '2026-11-20' },
      acceptance: { onDay: '2026-11-25', note: '运行平稳', acceptors: ['committee', 'manager'] },
      vouchers: [{ kind: 'acceptance' }, { kind: 'invoice' }],
    });
  });

  it('to the firm that was named and for no more than was asked for', async () => {
    const id = await ask(compound, aRepair(await resolved(compound)));
    const differs = 'maintenance.contract-differs';
    expect(await outcome(id, 'contract', theContract({ amount: '1000.02' }))).toBe(differs);
    expect(await outcome(id, 'contract', theContract({ counterparty: '另一家公司' }))).toBe(differs);
    said(await compound.offices.east.post(at(id, 'rejection'), { reason: '合同金额不同' }));
    expect(await outcome(id, 'contract', theContract())).toBe('project.step-refused');
    expect(await sheet(compound, id)).toMatchObject({ deeds: [] });
  });

  it('by nobody who works for the firm of its contract, whatever that is called', async () => {
    const { admin, county, city } = compound.offices;
    const id = await ask(compound, aRepair(await resolved(compound)));
    const creditCode = '91140500MA0K000410';
    await papered(compound, id, { creditCode });
    await importList(test, city, 'companies', ['企业名称,统一社会信用代码', `晋城电梯集团,${creditCode}`]);
    const text = `SELECT id FROM company WHERE credit_code = $1`;
    const [firm] = await rowsOf<{ id: string }>(test, city, text, [creditCode]);
    const scope = { kind: 'company', id: firm?.id };
    said(await admin.post(`/users/${county.id}/grants`, { role: 'property-firm-staff', scope }));
    const partner = await signIn(test, city, county.login, county.password);
    said(await request(compound, id));
    const answer = await partner.post(ofPayment(id, 'approvals'), { hasNoInterest: true });
    expect(codeOf(answer)).toBe('payment.contractor-tie');
  });
});

describe('from the amount of the rule pack on', () => {
  it('three firms quote, the lowest is taken or the reason told; an emergency asks nobody', async () => {
    const sum = { amount: '50000.00' };
    const id = await ask(compound, aRepair(await resolved(compound), sum));
    const quote = (firm: string, amount: string): Promise<string> => outcome(id, 'quotes', { firm, amount });
    expect(await outcome(id, 'contract', theContract(sum))).toBe('project.quotes-missing');
    expect(await quote('晋城电梯公司', '50000.00')).toBe('204');
    expect(await quote('晋城电梯公司', '49999.00')).toBe('project.quote-known');
    expect(await quote('乙公司', '49000.00')).toBe('204');
    expect(await outcome(id, 'contract', theContract(sum))).toBe('project.quotes-missing');
    expect(await quote('丙公司', '52000.00')).toBe('204');
    expect(await outcome(id, 'contract', theContract(sum))).toBe('project.quote-not-lowest');
    expect(await outcome(id, 'contract', theContract({ ...sum, reason: '原厂配件' }))).toBe('204');
    expect(await quote('丁公司', '48000.00')).toBe('project.step-refused');
    expect(await sheet(compound, id)).toMatchObject({
      quotes: [{ firm: '乙公司', amount: '49000.00' }, { firm: '晋城电梯公司' }, { firm: '丙公司' }],
      contract: { note: '原厂配件' },
    });
    expect(await outcome(await anEmergency(sum), 'contract', theContract(sum))).toBe('204');
  });
});

interface Late {
  readonly id: string;
  readonly compound: string;
  readonly lacking: readonly string[];
  readonly dueOn: string;
}

async function late(by = compound.offices.east): Promise<readonly Late[]> {
  return said<{ items: Late[] }>(await by.get('/maintenance-funds/overdue')).items;
}

describe('an emergency', () => {
  it('is paid on its contract; what comes after and does not in time is overdue, for whoever looks after it', async () => {
    const id = await anEmergency();
    expect(codeOf(await request(compound, id))).toBe('payment.no-contract');
    said(await compound.offices.east.post(at(id, 'contract'), theContract()));
    await payOut(compound, id);
    const waiting = { state: 'paid', lacking: ['acceptance', 'invoice'], dueOn: '2026-12-27' };
    expect(await sheet(compound, id)).toMatchObject({ ...waiting, isOverdue: false });
    const backdated = `UPDATE maintenance_spending_approval a SET at = $2 FROM maintenance_request q
      WHERE q.city_id = a.city_id AND q.id = a.request_id AND q.spending_id = $1`;
    await asOwner(test, compound.offices.city, backdated, [id, '2026-10-28T00:10:00+08:00']);
    expect(await late()).toEqual([]);
    await asOwner(test, compound.offices.city, backdated, [id, '2026-10-27T23:50:00+08:00']);
    const told = { id, compound: '凤台花园', lacking: ['acceptance', 'invoice'], dueOn: '2026-11-26' };
    expect(await late()).toMatchObject([told]);
    expect(await late(compound.offices.west)).toEqual([]);
    expect(await sheet(compound, id)).toMatchObject({ isOverdue: true });
    expect(await outcome(id, 'acceptance', await anAcceptance(compound))).toBe('204');
    expect(await late()).toMatchObject([{ lacking: ['invoice'] }]);
    // An invoice that hangs on the entry that paid for it counts as well.
    const [line] = (await compound.account('1号楼1单元101')).lines;
    said(await compound.send(`/fund/entries/${line?.entryId ?? ''}/vouchers`, await anInvoice(compound)));
    expect(await late()).toEqual([]);
    expect(await sheet(compound, id)).toMatchObject({ lacking: [], dueOn: null, isOverdue: false });
  });
});

describe('a voucher of a repair', () => {
  it('is the same when it is sent again, also when nothing more was asked for after it', async () => {
    const id = await ask(compound, aRepair(await resolved(compound)));
    const [invoice, key] = [await anInvoice(compound), randomUUID()];
    const send = async (): Promise<string> =>
      said<{ id: string }>(await compound.send(at(id, 'vouchers'), invoice, { key })).id;
    const first = await send();
    said(await compound.offices.east.post(at(id, 'rejection'), { reason: '不修了' }));
    expect(await outcome(id, 'vouchers', await anInvoice(compound))).toBe('project.step-refused');
    expect(await send()).toBe(first);
    expect(codeOf(await compound.send(at(id, 'vouchers'), await anInvoice(compound), { key }))).toBe(
      'voucher.key-used',
    );
    expect(codeOf(await compound.offices.east.post(at(id, 'vouchers'), invoice))).toBe('ledger.key-missing');
  });

  it('is opened by its offices, by everybody where it is public, and withdrawn like any other', async () => {
    const { east, west, city } = compound.offices;
    const id = await ask(compound, aRepair(await resolved(compound)));
    expect(await outcome(id, 'vouchers', { ...(await anInvoice(compound)), fileId: randomUUID() })).toBe(
      'file.not-found',
    );
    const fileId = await scanned(compound);
    const voucher = said<{ id: string }>(
      await compound.send(at(id, 'vouchers'), await anInvoice(compound, { fileId })),
    ).id;
    expect((await downloaded(test, `/files/${fileId}`, compound.offices.eastToo)).status).toBe(200);
    expect((await downloaded(test, `/files/${fileId}`, west)).status).toBe(404);
    const path = `/public/${city.code}/fund/vouchers/${voucher}`;
    expect((await downloaded(test, path, null)).status).toBe(200);
    const withdrawal = `/fund/vouchers/${voucher}/withdrawal`;
    expect(codeOf(await west.post(withdrawal, { reason: '误公开' }))).toBe('voucher.unknown');
    expect(codeOf(await east.post(withdrawal, { reason: '发票上有手机号' }))).toBe('204');
    expect((await test.http.get(`/api/v1${path}`)).status).toBe(404);
    expect(await sheet(compound, id)).toMatchObject({
      vouchers: [{ id: voucher, withdrawal: { onDay: '2026-11-27', reason: '发票上有手机号' } }],
      lacking: ['contract', 'acceptance'],
    });
  });
});
