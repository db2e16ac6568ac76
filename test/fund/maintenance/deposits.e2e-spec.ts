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
});

const LIST = [
  '房屋,交存金额（元）,交存日期,票据号',
  '1号楼1单元101,"10,000.00",2026-01-05,A1',
  '1-1-102,8000元,2026/1/6,',
];

describe('what a home pays in', () => {
  it('stands in its own sub-account, as of any day, under its building', async () => {
    await compound.paidIn('1号楼1单元101', '10000.00', { document: '专票 001' });
    await compound.paidIn('1号楼1单元101', '500.50', { kind: 'top-up', date: '2026-06-01' });
    await compound.paidIn('2号楼1单元101', '20000.00');
    expect(await compound.balance('1号楼1单元101')).toBe('10500.50');
    expect(await compound.balance('1号楼1单元101', '2026-05-31')).toBe('10000.00');
    expect(await compound.balance('1号楼1单元101', '2026-01-04')).toBe('0.00');
    const { lines } = await compound.account('1号楼1单元101');
    expect(lines.map(({ memo, amount, balance }) => [memo, amount, balance])).toEqual([
      ['1号楼1单元101 续交', '500.50', '10500.50'],
      ['1号楼1单元101 首期交存', '10000.00', '10000.00'],
    ]);
    const book = `maintenance-fund:${compound.offices.inEast}`;
    const building = await compound.offices.east.get(`/fund/accounts/2501:1/balance?book=${book}`);
    expect(building.body).toMatchObject({ amount: '-10500.50' });
    expect(await brokenIn(test, compound.offices.city)).toEqual([]);
  });

  it('is recorded once under one key, and its first deposit once at all', async () => {
    const key = randomUUID();
    const told = { unitId: compound.home('1号楼1单元101'), kind: 'first', amount: '10000.00', date: '2026-01-05' };
    const [one, other] = [
      await compound.send('deposits', told, { key }),
      await compound.send('deposits', told, { key }),
    ];
    expect(said(one)).toEqual(said(other));
    expect(codeOf(await compound.send('deposits', told))).toBe('maintenance.first-known');
    expect(codeOf(await compound.send('deposits', { ...told, amount: '1' }, { key }))).toBe('ledger.key-used');
    const [line] = (await compound.account('1号楼1单元101')).lines;
    said(
      await compound.send(`/fund/entries/${line?.entryId ?? ''}/reversal`, { reason: '户号有误', date: '2026-02-01' }),
    );
    const again = { ...told, amount: '9000.00' };
    const found = await Promise.all([compound.send('deposits', again), compound.send('deposits', again)]);
    expect(found.map(codeOf).toSorted()).toEqual(['201', 'maintenance.first-known']);
    expect(await compound.balance('1号楼1单元101')).toBe('9000.00');
  });

  it('is refused for a home of another compound, for nothing, and by whoever does not keep the book', async () => {
    const told = { unitId: compound.home('1号楼1单元101'), kind: 'first', amount: '10000.00', date: '2026-01-05' };
    expect(codeOf(await compound.send('deposits', { ...told, unitId: randomUUID() }))).toBe('maintenance.home-unknown');
    expect(codeOf(await compound.send('deposits', { ...told, amount: '0.001' }))).toBe('ledger.amount-invalid');
    expect(codeOf(await compound.send('deposits', told, { by: compound.offices.west }))).toBe('ledger.book-not-found');
    expect(codeOf(await compound.send('deposits', told, { by: compound.offices.community }))).toBe('request.forbidden');
    expect(await compound.balance('1号楼1单元101')).toBe('0.00');
  });

  it('is moved by nobody’s hand: no plain entry reaches a home, a repair or the money in the bank', async () => {
    await compound.paidIn('1号楼1单元101', '10000.00');
    await compound.paidIn('1号楼1单元102', '1.00');
    const book = `maintenance-fund:${compound.offices.inEast}`;
    const code = (address: string): string => `2501:1:${compound.home(address)}`;
    const plain = async (...legs: readonly (readonly [string, string])[]): Promise<string> => {
      const lines = legs.map(([account, amount]) => ({ account, amount }));
      const body = { book, date: '2026-11-20', memo: '手工', lines };
      return codeOf(await sendEntry(test, compound.offices.east, { body, key: randomUUID() }));
    };
    const moved = plain([code('1号楼1单元101'), '1.00'], [code('1号楼1单元102'), '-1.00']);
    expect(await moved).toBe('maintenance.not-by-hand');
    expect(await plain(['5201', '1.00'], ['1002', '-1.00'])).toBe('maintenance.not-by-hand');
    expect(await plain(['4201', '1.00'], ['1002', '-1.00'])).toBe('maintenance.not-by-hand');
    expect(await plain(['1002', '1.00'], ['4201', '-1.00'])).toBe('201');
  });
});

describe('a list of deposits', () => {
  it('is recorded whole, and once, in whatever way addresses and amounts are written', async () => {
    const first = said<object>(await compound.sendList([...LIST, '合计,18000,,']));
    expect(first).toEqual({ rows: 2, recorded: 2, sum: '18000.00', faults: [] });
    expect(said(await compound.sendList([...LIST, '合计,18000,,']))).toEqual(first);
    expect([await compound.balance('1号楼1单元101'), await compound.balance('1号楼1单元102', '2026-01-05')]).toEqual([
      ...['10000.00', '0.00'],
    ]);
    expect(await compound.balance('1号楼1单元102')).toBe('8000.00');
  });

  it('takes homes as the table of balances writes them', async () => {
    const lists = ['房屋,金额', ...[...compound.homes.keys()].map((address) => `${address},1.00`)];
    expect(said(await compound.sendList(lists))).toMatchObject({ recorded: 6, faults: [] });
    expect(await compound.balance('地下车位1')).toBe('1.00');
  });

  it('is not recorded at all where any row is faulty, and every faulty row is told', async () => {
    await compound.paidIn('1号楼2单元101', '1.00');
    const faulty = ['9号楼1单元101,1,,', '1号楼1单元101,零,,', '1-1-102,5,,', '1-2-101,5,,', '1-2-102,5,13月,'];
    const report = said<{ recorded: number; faults: readonly { row: number; fault: string }[] }>(
      await compound.sendList([...LIST, ...faulty]),
    );
    expect(report.recorded).toBe(0);
    expect(report.faults).toEqual([
      { row: 4, fault: '名册里没有房屋“9号楼1单元101”，请对照房屋列表更正' },
      { row: 5, fault: '金额“零”不是大于零、到分为止的金额' },
      { row: 6, fault: '1号楼1单元102 在第 3 行已经出现过' },
      { row: 7, fault: '1号楼2单元101 已经登记过首期交存（1.00 元）' },
      { row: 8, fault: '日期“13月”看不懂，请写成 2026-11-23' },
    ]);
    expect(await compound.balance('1号楼1单元101')).toBe('0.00');
    expect(codeOf(await compound.sendList(['姓名,电话', '张三,1']))).toBe('maintenance.list-unclear');
    expect(codeOf(await compound.sendList(LIST, { kind: 'other' }))).toBe('request.invalid');
  });
});
