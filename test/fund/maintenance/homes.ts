import { randomUUID } from 'node:crypto';
import { MaintenanceBooks } from '#libs/fund';
import { PostingService } from '#libs/ledger';
import type { Response } from 'supertest';
import type { Offices } from '../../devolution/offices.js';
import type { TestApp } from '../../support/app.js';
import { importList } from '../../support/lists.js';
import type { Person } from '../../support/people.js';
import { fundOffices, said } from '../projects.js';

const HEADINGS = '小区编码,楼栋,单元,房号,建筑面积,业主姓名,联系电话,房屋状态,房屋用途';
/** Two buildings, the first with two stairways and a unit that is not sold; and a place to park. */
const LINES = [
  'E1,1,1,101,100,张三,13800131234,,',
  'E1,1,1,102,100,李四,13700000001,,',
  'E1,1,2,101,100,王五,13700000002,,',
  'E1,1,2,102,100,晋城示例置业有限公司,13800139999,未售,',
  'E1,2,1,101,200,赵六,13700000003,,',
  'E1,地下,,车位1,13,张三,13800131234,,车位',
];

export interface HomeLine {
  readonly amount: string;
  readonly memo: string;
  readonly balance: string;
  readonly basis: string | null;
}

/** 凤台花园 with its offices, and its homes by address. */
export class MaintainedCompound {
  private constructor(
    readonly test: TestApp,
    readonly offices: Offices,
    readonly homes: ReadonlyMap<string, string>,
  ) {}

  static async made(test: TestApp, options: { readonly isDemo?: boolean } = {}): Promise<MaintainedCompound> {
    const offices = await fundOffices(test, options);
    await importList(test, offices.city, 'owners', [HEADINGS, ...LINES], { list: '业主名册', asOf: '2026-01-01' });
    const answer = await offices.east.get(`/compounds/${offices.inEast}/maintenance-fund/homes?limit=200`);
    const { items } = said<{ items: readonly { unitId: string; address: string }[] }>(answer);
    return new MaintainedCompound(test, offices, new Map(items.map(({ address, unitId }) => [address, unitId])));
  }

  get at(): string {
    return `/compounds/${this.offices.inEast}/maintenance-fund`;
  }

  home(address: string): string {
    const id = this.homes.get(address);
    if (id === undefined) throw new Error(`no home ${address} among ${[...this.homes.keys()].join(', ')}`);
    return id;
  }

  async send(
    path: string,
    body: object,
    { by = this.offices.east, key = randomUUID() as string } = {},
  ): Promise<Response> {
    const url = path.startsWith('/') ? path : `${this.at}/${path}`;
    const request = this.test.http.post(`/api/v1${url}`).set('authorization', `Bearer ${by.accessToken}`);
    return request.set('idempotency-key', key).send(body);
  }

  /** @returns the id of the deposit */
  async paidIn(address: string, amount: string, more: object = {}): Promise<string> {
    const told = { unitId: this.home(address), kind: 'first', amount, date: '2026-01-05', ...more };
    return said<{ id: string }>(await this.send('deposits', told)).id;
  }

  async sendList(
    lines: readonly string[],
    { kind = 'first', by = this.offices.east }: { kind?: string; by?: Person } = {},
  ): Promise<Response> {
    const request = this.test.http
      .post(`/api/v1${this.at}/deposit-lists`)
      .set('authorization', `Bearer ${by.accessToken}`);
    void request.field('kind', kind).field('date', '2026-01-05');
    return request.attach('file', Buffer.from(lines.join('\n'), 'utf8'), '交存清单.csv');
  }

  /** Takes money of a home behind the app's back, as no lawful way would. */
  async spentBy(address: string, amount: string): Promise<void> {
    const { city, inEast } = this.offices;
    const book = await this.test.app.get(MaintenanceBooks).toKeep(city.operator, inEast);
    const fen = BigInt(amount.replace('.', ''));
    const account = `2501:${address.slice(0, 1)}:${this.home(address)}`;
    const lines = [
      { account, amount: fen, memo: null },
      { account: '1002', amount: -fen, memo: null },
    ];
    const told = { day: '2026-11-27', memo: '支出', key: randomUUID(), lines };
    await this.test.app.get(PostingService).post(city.operator, book, told);
  }

  /** The balance of a home, as of a day or of all that is posted. */
  async balance(address: string, on = ''): Promise<string> {
    return (await this.account(address, on)).balance;
  }

  async account(
    address: string,
    on = '',
  ): Promise<{ readonly balance: string; readonly lines: readonly (HomeLine & { readonly entryId: string })[] }> {
    const query = on === '' ? '' : `?at=${on}`;
    return said(await this.offices.east.get(`${this.at}/homes/${this.home(address)}${query}`));
  }
}
