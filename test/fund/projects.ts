import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { granted, handedDown, someOffices, type Offices } from '../devolution/offices.js';
import type { TestApp } from '../support/app.js';
import { aCity } from '../support/city.js';
import { aScan } from '../support/files.js';
import type { Person } from '../support/people.js';

/** The offices of a city whose sub-district holds WY-19. */
export async function fundOffices(test: TestApp, options: { readonly isDemo?: boolean } = {}): Promise<Offices> {
  const offices = await someOffices(test, await aCity(test, options));
  await granted(offices.admin, offices.east, handedDown(offices.city, { power: 'WY-19' }));
  return offices;
}

/** What an answer says, which must not be a refusal. */
export function said<T = unknown>(answer: Response): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as T;
}

/** The code of a refusal, or the status of what was none. */
export function codeOf(answer: Response): string {
  return (answer.body as { code?: string }).code ?? String(answer.status);
}

const PAPERS = ['application', 'resolution', 'budget'].map((paper) => ({ paper }));

/** 维修资金使用初审: an issued act of WY-19. @returns its id */
export async function anAct({ city, inEast, east, eastToo }: Offices, more: object = {}): Promise<string> {
  const request = { power: 'WY-19', body: `${city.code}02001`, compoundId: inEast, applicant: '凤台花园业委会' };
  const form = { matter: '屋面修缮', conclusion: '同意' };
  const told = { ...request, form, amountFen: '10000000', papers: PAPERS, ...more };
  const { id } = said<{ id: string }>(await east.post('/acts', told));
  said(await eastToo.post(`/acts/${id}/review`, { agrees: true }));
  said(await east.post(`/acts/${id}/issue`, { decision: '同意使用。' }));
  return id;
}

/** Money in the bank, by its source. @returns the id of the receipt */
export async function received(test: TestApp, by: Person, more: object = {}): Promise<string> {
  const gift = { kind: 'donation', source: 'F5', amount: '100000.00', date: '2026-11-01', giver: '王小明' };
  return said<{ id: string }>(await sendReceipt(test, by, { ...gift, ...more })).id;
}

export async function sendReceipt(
  test: TestApp,
  by: Person,
  body: object,
  key: string = randomUUID(),
): Promise<Response> {
  const request = test.http.post('/api/v1/fund/receipts').set('authorization', `Bearer ${by.accessToken}`);
  return request.set('idempotency-key', key).send(body);
}

/** A scan that is hung on an entry, a project or a repair, under a key of its own. */
export async function sendVoucher(
  test: TestApp,
  by: Person,
  { to, voucher, key = randomUUID() }: { readonly to: string; readonly voucher: object; readonly key?: string },
): Promise<Response> {
  const request = test.http.post(`/api/v1${to}/vouchers`).set('authorization', `Bearer ${by.accessToken}`);
  return request.set('idempotency-key', key).send(voucher);
}

/** An application of the community. @returns its id */
export async function applied({ community, inEast }: Offices, more: object = {}): Promise<string> {
  const asked = { compoundId: inEast, title: '3号楼屋面修缮', use: '5003', reason: '渗漏', amount: '50000.00' };
  return said<{ id: string }>(await community.post('/fund/projects', { ...asked, ...more })).id;
}

export interface Course {
  /** Applied for, decided, set aside and contracted; by default 40,000 yuan, below where quotes are asked for. */
  readonly amount?: string;
  readonly source?: string;
  readonly act?: string;
  readonly more?: object;
}

/** A project up to its contract, of which nothing is paid. @returns its id */
export async function contracted(offices: Offices, course: Course = {}): Promise<string> {
  const { east, admin } = offices;
  const { amount = '40000.00', source = 'F5', more = {} } = course;
  const id = await applied(offices, { amount, ...more });
  const at = `/fund/projects/${id}`;
  said(await east.post(`${at}/review`, { agrees: true }));
  said(
    await east.post(`${at}/decision`, { kind: 'act', id: course.act ?? (await anAct(offices)), amount: '100000.00' }),
  );
  said(await admin.post(`${at}/appropriations`, { source, amount }));
  said(await east.post(`${at}/contract`, aContract(amount)));
  return id;
}

export function aContract(amount: string, more: object = {}): object {
  return { number: 'HT-1', counterparty: '晋城防水公司', amount, signedOn: '2026-11-20', ...more };
}

/** A payment that was asked for by 东街. @returns its id */
export async function asked({ east }: Offices, project: string, amount: string): Promise<string> {
  return said<{ id: string }>(await east.post(`/fund/projects/${project}/payments`, { amount, memo: '工程款' })).id;
}

const NONE = { hasNoInterest: true };

export async function approve(by: Person, payment: string, more: object = {}): Promise<Response> {
  return by.post(`/fund/payments/${payment}/approvals`, { ...NONE, ...more });
}

/** A payment that two people approved. @returns the id of its entry */
export async function paid(offices: Offices, project: string, amount: string): Promise<string> {
  const payment = await asked(offices, project, amount);
  said(await approve(offices.eastToo, payment));
  return said<{ entry: string }>(await approve(offices.admin, payment)).entry;
}

/** A payment for help to a household, the shortest lawful way for money to leave the fund. @returns its entry */
export async function helped(offices: Offices, amount: string, more: object = {}): Promise<string> {
  const { east, admin } = offices;
  const id = await applied(offices, { use: '5004', title: '困难家庭救助', amount, beneficiary: '李秀英', ...more });
  const at = `/fund/projects/${id}`;
  said(await east.post(`${at}/review`, { agrees: true }));
  said(await east.post(`${at}/decision`, { kind: 'act', id: await anAct(offices), amount: '100000.00' }));
  said(await admin.post(`${at}/appropriations`, { source: 'F5', amount }));
  return paid(offices, id, amount);
}

export async function accepted(test: TestApp, { east }: Offices, project: string, isPublic = true): Promise<void> {
  const fileId = await aScan(test, east, randomUUID());
  const told = { onDay: '2026-11-26', note: '闭水试验无渗漏', fileId, isPublic };
  said(await east.post(`/fund/projects/${project}/acceptance`, told));
}
