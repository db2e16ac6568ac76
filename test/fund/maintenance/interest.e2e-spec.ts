import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { brokenIn, sendEntry } from '../../ledger/books.js';
import { testApp, type TestApp } from '../../support/app.js';
import { codeOf, said } from '../projects.js';
import { MaintainedCompound } from './homes.js';

let test: TestApp;
let compound: MaintainedCompound;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.at('2026-11-27T09:00:00+08:00');
  compound = await MaintainedCompound.made(test);
  // There all of November, half of it, and not before the 30th, which is behind the period.
  await compound.paidIn('1号楼1单元101', '100.00', { date: '2026-10-01' });
  await compound.paidIn('1号楼1单元102', '100.00', { date: '2026-10-16' });
  await compound.paidIn('2号楼1单元101', '100.00', { date: '2026-11-26' });
});

const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };

async function credited(amount: string): Promise<void> {
  const lines = [
    { account: '1002', amount },
    { account: '4201', amount: `-${amount}` },
  ];
  const book = `maintenance-fund:${compound.offices.inEast}`;
  const body = { book, date: '2026-11-01', memo: '结息', lines };
  said(await sendEntry(test, compound.offices.east, { body, key: randomUUID() }));
}

describe('interest', () => {
  it('goes to the homes by the days for which their money was there, to the fen', async () => {
    await credited('1.00');
    // 31 days and 16 days of one amount: 65.96 and 34.04 fen of a yuan.
    const answer = await compound.send('interest', { ...OCTOBER, amount: '1.00' });
    expect(said(answer)).toMatchObject({ homes: 2 });
    expect(await compound.balance('1号楼1单元101')).toBe('100.66');
    expect(await compound.balance('1号楼1单元102')).toBe('100.34');
    expect(await compound.balance('2号楼1单元101')).toBe('100.00');
    expect(await brokenIn(test, compound.offices.city)).toEqual([]);
  });

  it('goes by the last balance where the city laid that down', async () => {
    await credited('1.00');
    const own = { key: 'fund.maintenance-interest.method', value: 2, source: '晋城市维修资金细则', article: '第九条' };
    said(await compound.offices.admin.put('/coverage/rule-values', { ...own, effectiveFrom: '2026-01-01' }));
    said(await compound.send('interest', { ...OCTOBER, amount: '1.00' }));
    expect(await compound.balance('1号楼1单元101')).toBe('100.50');
    expect(await compound.balance('1号楼1单元102')).toBe('100.50');
  });

  it('is allotted once: under one key, and never more than the bank credited', async () => {
    await credited('1.00');
    const key = randomUUID();
    const told = { ...OCTOBER, amount: '0.60' };
    const [one, other] = [
      await compound.send('interest', told, { key }),
      await compound.send('interest', told, { key }),
    ];
    expect(said(one)).toEqual(said(other));
    expect(codeOf(await compound.send('interest', { ...told, amount: '0.30' }, { key }))).toBe('ledger.key-used');
    const found = await Promise.all([
      compound.send('interest', told),
      compound.send('interest', { ...told, amount: '0.40' }),
    ]);
    expect(found.map(codeOf)).toContain('maintenance.interest-unbooked');
    expect(codeOf(await compound.send('interest', { from: '2026-10-31', to: '2026-10-01', amount: '1' }))).toBe(
      'maintenance.interest-period',
    );
    const empty = { from: '2026-01-01', to: '2026-01-31', amount: '0.01' };
    await credited('0.01');
    expect(codeOf(await compound.send('interest', empty))).toBe('maintenance.interest-nobody');
  });
});

describe('what a home lacks', () => {
  it('is told once it holds less than 30 % of what it first paid in, with a notice for it alone', async () => {
    const { east } = compound.offices;
    const lists = async (on = ''): Promise<{ homes: readonly { address: string; notice: string }[] }> =>
      said(await east.get(`${compound.at}/top-ups${on}`));
    expect(await lists()).toMatchObject({ percent: 30, homes: [], withoutFirst: 3 });
    // Spent behind the app's back, since no repair is at hand: 70.01 of 100.00.
    await compound.spentBy('1号楼1单元101', '70.01');
    await compound.spentBy('1号楼1单元102', '70.00');
    const found = await lists();
    expect(found).toMatchObject({
      basis: '《住宅专项维修资金管理办法》第十七条',
      homes: [{ address: '1号楼1单元101', first: '100.00', balance: '29.99', missing: '0.01', toFirst: '70.01' }],
    });
    expect(found.homes[0]?.notice).toContain('凤台花园1号楼1单元101业主：');
    expect(await lists('?at=2026-10-02')).toMatchObject({ homes: [] });
  });
});
