import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { flats, someOwners, type Owners } from '../assembly/support/votes.js';
import { aBody, type ABody } from '../committee/bodies.js';
import { HEADINGS } from '../ledger/statements.js';
import type { TestApp } from '../support/app.js';
import { rowsOf } from '../support/evidence.js';
import { aScan } from '../support/files.js';
import { importList } from '../support/lists.js';
import { invited, type Person } from '../support/people.js';
import { said } from './projects.js';

const SERVICES = '小区编码,服务方式,物业企业,文号,备案机关,开始日期,截止日期';

/** The three parties of a compound's common revenue, and everybody else who has to do with it. */
export interface RevenuePlace extends Owners {
  readonly company: string;
  readonly firm: Person;
  readonly community: Person;
  /** Members of the committee who sign in; nobody where there is none. */
  readonly members: readonly Person[];
  readonly at: string;
}

interface Placed {
  readonly hasCommittee?: boolean;
  readonly hasCompany?: boolean;
  /** Of a compound that is there already, and has no committee. */
  readonly owners?: Owners;
}

/** A compound whose firm is registered, with a committee or without one; no account yet. */
export async function revenuePlace(test: TestApp, how: Placed = {}): Promise<RevenuePlace> {
  const { hasCommittee = how.owners === undefined } = how;
  const owners = hasCommittee ? await aBody(test, { count: 2 }) : (how.owners ?? (await someOwners(test, flats(3))));
  const { city, admin, compound } = owners;
  await importList(test, city, 'services', [
    SERVICES,
    'A,物业企业,晋城好家物业公司,备1号,住建局,2026-01-01,2028-12-31',
  ]);
  const [{ id: company } = { id: '' }] = await rowsOf<{ id: string }>(test, city, 'SELECT id FROM company');
  const firm = await invited(test, city, admin, {
    role: 'property-firm-staff',
    scope: { kind: 'company', id: company },
  });
  const area = { kind: 'area', code: `${city.code}02001001` } as const;
  const community = await invited(test, city, admin, { role: 'community-staff', scope: area });
  const members = hasCommittee ? (owners as ABody).members.map(({ person }) => person) : [];
  return { ...owners, company, firm, community, members, at: `/common-revenue/compounds/${compound}` };
}

/** The same with an account since the beginning of the year. */
export async function withAccount(test: TestApp, how: Placed = {}): Promise<RevenuePlace> {
  const place = await revenuePlace(test, how);
  said(await place.desk.post(`${place.at}/accounts`, await anAccount(test, place, how)));
  return place;
}

export async function anAccount(
  test: TestApp,
  { desk, company }: RevenuePlace,
  { hasCompany = true }: { hasCompany?: boolean } = {},
): Promise<object> {
  const fileId = await aScan(test, desk, randomUUID());
  const of = { bank: '农业银行东街支行', number: '04820101', since: '2026-01-01', document: '三方共管协议1号', fileId };
  return hasCompany ? { ...of, companyId: company } : of;
}

/** What came in, as the office enters it. @returns the id of the entry */
export async function earned(
  test: TestApp,
  { desk, compound }: Pick<RevenuePlace, 'desk' | 'compound'>,
  { amount, day = '2026-07-10', account = '4101' }: { amount: string; day?: string; account?: string },
): Promise<string> {
  const lines = [
    { account: '1002', amount },
    { account, amount: `-${amount}` },
  ];
  const body = { book: `common-revenue:${compound}`, date: day, memo: '电梯广告收入', lines };
  return said<{ id: string }>(await sendKeyed(test, desk, '/fund/entries', body)).id;
}

/** 200.00 from an advertiser, as the bank wrote it, entered by one click. @returns the id of the entry */
export async function bankLine(test: TestApp, { desk, compound }: RevenuePlace): Promise<string> {
  const book = `common-revenue:${compound}`;
  const sent = test.http
    .post('/api/v1/fund/statements')
    .set('authorization', `Bearer ${desk.accessToken}`)
    .field({ account: '1002', book });
  const lines = [HEADINGS, '2026-11-03,200.00,,200.00,晋城传媒有限公司,广告费,S1'];
  said(await sent.attach('file', Buffer.from(lines.join('\n')), '对账单.csv'));
  const { rows } = said<{ rows: { id: string }[] }>(await desk.get(`/fund/matching?book=${book}`));
  const entry = { bank: '1002', counter: '4112' };
  return said<{ id: string }>(await desk.post(`/fund/statement-rows/${rows[0]?.id}/entry`, entry)).id;
}

export async function sendKeyed(
  test: TestApp,
  by: Person,
  path: string,
  body: object,
  key: string = randomUUID(),
): Promise<Response> {
  const request = test.http.post(`/api/v1${path}`).set('authorization', `Bearer ${by.accessToken}`);
  return request.set('idempotency-key', key).send(body);
}

/** A rule of the owners that allows so much each year. @returns its id */
export async function aRule(test: TestApp, { desk, at }: RevenuePlace, more: object = {}): Promise<string> {
  const fileId = await aScan(test, desk, randomUUID());
  const rule = { kind: 'rule', use: '5103', most: '1000.00', from: '2026-01-01', document: '管理规约第二十条', fileId };
  return said<{ id: string }>(await desk.post(`${at}/bases`, { ...rule, ...more })).id;
}

/** A withdrawal that the firm asks for. */
export async function tryAsk({ firm, at }: RevenuePlace, more: object): Promise<Response> {
  const asked = { use: '5103', amount: '100.00', payee: '东街园艺社', memo: '补种行道树' };
  return firm.post(`${at}/withdrawals`, { ...asked, ...more });
}

export async function asked(place: RevenuePlace, more: object): Promise<string> {
  return said<{ id: string }>(await tryAsk(place, more)).id;
}

export async function agree(by: Person, withdrawal: string, party: string, more: object = {}): Promise<Response> {
  return by.post(`/common-revenue/withdrawals/${withdrawal}/consents`, { party, ...more });
}

/** All three agree. @returns the id of the entry */
export async function drawn({ members, firm, desk, community }: RevenuePlace, withdrawal: string): Promise<string> {
  said(await agree(members[0] ?? community, withdrawal, 'committee'));
  said(await agree(firm, withdrawal, 'company'));
  return said<{ entry: string }>(await agree(desk, withdrawal, 'sub-district')).entry;
}
