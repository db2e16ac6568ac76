import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readTables } from '#libs/platform';
import { anOwner } from '../../roster/owners.js';
import { testApp, type TestApp } from '../../support/app.js';
import type { Person } from '../../support/people.js';
import { codeOf, said } from '../projects.js';
import { MaintainedCompound } from './homes.js';
import { aRepair, ask, paid, resolved } from './repairs.js';

let test: TestApp;
let compound: MaintainedCompound;
/** 张三, of 1号楼1单元101 and of the place to park. */
let owner: Person;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-11-27T09:00:00+08:00');
  compound = await MaintainedCompound.made(test, { isDemo: true });
  await compound.paidIn('1号楼1单元101', '10000.00');
  await compound.paidIn('2号楼1单元101', '20000.00');
  await paid(compound, await ask(compound, aRepair(await resolved(compound))));
  owner = await bound('13800131234', '1号楼1单元101');
});
afterAll(() => test.close());

/** Somebody whom the register knows by phone, bound to a home. */
async function bound(phone: string, address: string): Promise<Person> {
  const person = await anOwner(test, compound.offices.city, phone);
  said(await person.post('/me/homes', { unitId: compound.home(address) }));
  return person;
}

const REPAIR = {
  ...{ title: '1单元电梯钢丝绳更换', payee: '晋城电梯公司', amount: '1000.01', taken: '500.01', state: 'owing' },
  ...{ benefit: 'stairway', building: '1', stairway: '1', emergency: null, askedOn: '2026-11-27', quotes: [] },
  ...{ document: '业主大会决议：使用维修资金100000元修缮', decidedOn: '2026-11-01' },
  contract: { number: 'HT-7', counterparty: '晋城电梯公司', onDay: '2026-11-20' },
  acceptance: { onDay: '2026-11-25', note: '运行平稳', acceptors: ['committee', 'manager'] },
};

describe('what was done with the money', () => {
  it('is told to everybody with who did it and what it cost, and its public vouchers; of no home', async () => {
    const { city, inEast, east } = compound.offices;
    await ask(compound, aRepair(await resolved(compound), { title: '门禁更换 13800001111' }));
    const sent = await ask(compound, aRepair(await resolved(compound), { title: '退回的' }));
    said(await east.post(`/maintenance-spendings/${sent}/rejection`, { reason: '重复' }));
    const path = `/public/${city.code}/maintenance-funds/${inEast}/repairs`;
    const { items } = said<{ items: { vouchers: { id: string }[] }[] }>(await test.http.get(`/api/v1${path}`));
    expect(items).toMatchObject([
      { title: '门禁更换 138****11', state: 'asked', contract: null, acceptance: null, vouchers: [] },
      { ...REPAIR, vouchers: [{ kind: 'acceptance' }, { kind: 'invoice', title: '增值税发票（已遮盖）' }] },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/单元101|张三|askedBy|approv/);
    const open = `/public/${city.code}/fund/vouchers/${items[1]?.vouchers[0]?.id ?? ''}`;
    expect((await test.http.get(`/api/v1${open}`)).status).toBe(200);
    const [first] = said<{ items: object[]; next: string }>(await test.http.get(`/api/v1${path}?limit=1`)).items;
    expect(first).toEqual(items[0]);
  });

  it('is told to owners with the share of their home, and only what it bears', async () => {
    const repairsOf = (address: string): ReturnType<Person['get']> =>
      owner.get(`/me/homes/${compound.home(address)}/maintenance-fund/repairs`);
    const { items } = said<{ items: object[] }>(await repairsOf('1号楼1单元101'));
    expect(items.at(-1)).toMatchObject({ ...REPAIR, share: '500.01', shareTaken: '500.01', vouchers: [{}, {}] });
    expect(said(await repairsOf('地下车位1'))).toMatchObject({ items: [] });
    expect(codeOf(await repairsOf('2号楼1单元101'))).toBe('maintenance.home-unknown');
  });
});

describe('who sees the sub-account of a home', () => {
  it('are its owners, with every line, and nobody else’s', async () => {
    const own = await owner.get(`/me/homes/${compound.home('1号楼1单元101')}/maintenance-fund`);
    expect(said(own)).toMatchObject({
      ...{ address: '1号楼1单元101', balance: '9499.99' },
      lines: [{ amount: '-500.01', memo: '1单元电梯钢丝绳更换' }, { amount: '10000.00' }],
    });
    const foreign = await owner.get(`/me/homes/${compound.home('2号楼1单元101')}/maintenance-fund`);
    expect(codeOf(foreign)).toBe('maintenance.home-unknown');
  });

  it('is after a sale whoever bought it: the balance moves with the home', async () => {
    const unitId = compound.home('2号楼1单元101');
    const seller = await bound('13700000003', '2号楼1单元101');
    expect(said(await seller.get(`/me/homes/${unitId}/maintenance-fund`))).toMatchObject({ balance: '20000.00' });
    const sale = {
      on: '2026-11-20',
      cause: 'sale',
      owners: [{ name: '钱七', phone: '13700000007' }],
      reason: '二手房过户',
    };
    said(await compound.offices.east.post(`/compounds/${compound.offices.inEast}/units/${unitId}/transfers`, sale));
    expect(codeOf(await seller.get(`/me/homes/${unitId}/maintenance-fund`))).toBe('maintenance.home-unknown');
    const buyer = await bound('13700000007', '2号楼1单元101');
    expect(said(await buyer.get(`/me/homes/${unitId}/maintenance-fund`))).toMatchObject({ balance: '20000.00' });
  });
});

describe('what offices and everybody see', () => {
  it('are all homes in a table for the office', async () => {
    const { east } = compound.offices;
    const answer = await test.http
      .get(`/api/v1${compound.at}/table.xlsx`)
      .set('authorization', `Bearer ${east.accessToken}`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    const { tables } = await readTables(answer.body as Buffer, 'maintenance-fund.xlsx');
    const rows = tables[0]?.map(({ cells }) => cells.join('|')) ?? [];
    expect(rows[0]).toBe('房屋|建筑面积（㎡）|首期交存|余额');
    expect(rows).toContain('1号楼1单元101|100|10000|9499.99');
    expect(rows.at(-1)).toBe('合计||30000|29499.99');
  });

  it('are totals of the compound and its buildings for everybody, and no home', async () => {
    const { city, inEast } = compound.offices;
    const answer = await test.http.get(`/api/v1/public/${city.code}/maintenance-funds/${inEast}`);
    expect(said(answer)).toEqual({
      ...{ compound: '凤台花园', deposited: '30000.00', earned: '0.00', spent: '500.01', balance: '29499.99' },
      waiting: '0.00',
      buildings: [
        { building: '1', homes: 4, balance: '9499.99' },
        { building: '2', homes: 1, balance: '20000.00' },
        { building: '地下', homes: 1, balance: '0.00' },
      ],
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/单元101|张三/);
    const none = await test.http.get(`/api/v1/public/${city.code}/maintenance-funds/${compound.home('地下车位1')}`);
    expect(codeOf(none)).toBe('compound.not-found');
  });
});
