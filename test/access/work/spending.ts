import { randomUUID } from 'node:crypto';
import { Resolution } from '#libs/assembly';
import {
  ContractsService,
  DecisionsService,
  FundDecision,
  PaymentsService,
  PledgesService,
  ProjectsService,
  ReceiptsService,
  VouchersService,
  VoucherWithdrawals,
} from '#libs/fund';
import type { Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import type { TestApp } from '../../support/app.js';
import type { TestCity } from '../../support/city.js';
import { rowsOf } from '../../support/evidence.js';
import type { FundOfPlace } from './bank.js';
import { anEntryOf } from './fund.js';
import type { Office } from './office.js';
import type { VoteOfPlace } from './votes.js';

/** What money is spent on here: the compound, whose owners resolved it, and a scan of theirs. */
export interface SpendingPlace extends FundOfPlace {
  readonly mark: string;
  readonly vote: VoteOfPlace;
  readonly file: string;
}

const DAY = '2026-11-20';

/** Somebody else than the caller, over the whole city. */
export function somebody({ operator }: TestCity, name: string): Principal {
  return { ...operator, actor: { kind: 'user', id: randomUUID(), name } };
}

/** What only an adopted motion leaves; its words name how much it allows. @returns its id */
export async function resolved(
  test: TestApp,
  { city, compound, vote, mark }: Pick<SpendingPlace, 'city' | 'compound' | 'vote' | 'mark'>,
  matters = ['M9c'],
): Promise<string> {
  const id = randomUUID();
  const of = { assemblyId: vote.held, motionId: vote.motion, compoundId: compound, cityId: city.city.id, id };
  const told = { title: `${mark}使用基金1000元`, matters, choice: id, adoptedOn: '2026-11-01' };
  await test.app
    .get(Database)
    .transaction({ cityId: city.city.id }, (manager) => manager.insert(Resolution, { ...of, ...told }));
  return id;
}

const STAGES = ['applied', 'reviewed', 'decided', 'appropriated', 'contracted', 'asked', 'paid'] as const;
type Stage = (typeof STAGES)[number];

export interface SpentOn {
  readonly project: string;
  /** The resolution that allows it, or would. */
  readonly resolution: string;
  readonly payment: string;
}

/** A project as far as a stage, each step by somebody of its own. */
export async function projectAt(test: TestApp, at: SpendingPlace, stage: Stage): Promise<SpentOn> {
  const { city, compound, mark } = at;
  const [clerk, projects] = [somebody(city, '经办'), test.app.get(ProjectsService)];
  const asked = {
    compoundId: compound,
    title: `${mark}修凉亭`,
    use: '5003',
    reason: '破损',
    amount: 100_000n,
  } as const;
  const id = await projects.apply(somebody(city, '申请'), { ...asked, beneficiary: null, emergency: null });
  const resolution = await resolved(test, at);
  const made = { project: id, resolution, payment: '' };
  const upTo = STAGES.indexOf(stage);
  const isWanted = (each: Stage): boolean => STAGES.indexOf(each) <= upTo;
  const payments = test.app.get(PaymentsService);
  if (isWanted('reviewed')) await projects.review(clerk, id, { agrees: true, note: null });
  const named = { kind: 'resolution', id: resolution, amount: 100_000n } as const;
  if (isWanted('decided')) await test.app.get(DecisionsService).name(clerk, id, named);
  if (isWanted('appropriated')) {
    await aGift(test, at);
    await payments.appropriate(clerk, id, { source: 'F5', amount: 50_000n });
  }
  const contract = { number: 'HT-1', counterparty: `${mark}工程公司`, amount: 50_000n, signedOn: DAY };
  const none = { creditCode: null, reason: null, fileId: null };
  if (isWanted('contracted')) await test.app.get(ContractsService).record(clerk, id, { ...contract, ...none });
  if (!isWanted('asked')) return made;
  const payment = await payments.ask(clerk, id, { amount: 10_000n, payee: null, memo: `${mark}工程款` });
  for (const name of isWanted('paid') ? ['初核', '复核'] : []) {
    await payments.approve(somebody(city, name), payment, { hasNoInterest: true, day: null });
  }
  return { ...made, payment };
}

/** A gift, large enough for one project. @returns its receipt */
async function aGift(test: TestApp, { city }: FundOfPlace): Promise<string> {
  const gift = {
    kind: 'donation',
    source: 'F5',
    amount: 100_000n,
    onDay: DAY,
    giver: '某某',
    isAnonymous: false,
  } as const;
  const free = { use: null, projectId: null, document: null, assetOwner: null };
  return test.app.get(ReceiptsService).record(city.operator, { ...gift, ...free }, randomUUID());
}

async function aPledge(test: TestApp, { city }: FundOfPlace): Promise<string> {
  const promise = {
    source: 'F5',
    amount: 1000n,
    promisedOn: DAY,
    dueOn: null,
    giver: '某某',
    isAnonymous: false,
  } as const;
  return test.app.get(PledgesService).record(city.operator, { ...promise, use: null, document: null });
}

/** The number of a gift's certificate, and the code that is printed on it. */
async function certified(test: TestApp, at: FundOfPlace): Promise<{ readonly number: string; readonly code: string }> {
  const [row] = await rowsOf<{ number: string; code: string }>(
    test,
    at.city,
    `SELECT $2 || '-JZ-' || certificate_year || '-' || lpad(certificate_serial::text, 6, '0') AS number, code
     FROM fund_receipt WHERE id = $1`,
    [await aGift(test, at), at.city.code],
  );
  return row ?? { number: '', code: '' };
}

/** A row in every table of what is spent and received, beside what is paid: quotes, and a payment that was rejected. */
export async function spendingIn(test: TestApp, at: SpendingPlace & { readonly office: Office }): Promise<void> {
  const { operator } = at.city;
  await projectAt(test, at, 'paid');
  const { project, payment } = await projectAt(test, at, 'asked');
  await test.app.get(PaymentsService).reject(operator, payment, '发票不符');
  const quoted = (await projectAt(test, at, 'applied')).project;
  await test.app.get(ProjectsService).quote(operator, quoted, { firm: '甲公司', amount: 1n, fileId: null });
  const scan = { kind: 'photo', title: '照片', fileId: at.file, isPublic: true } as const;
  const vouchers = test.app.get(VouchersService);
  await vouchers.ofProject(operator, project, scan);
  const shown = await vouchers.ofEntry(operator, await anEntryOf(test, at), scan);
  await test.app.get(VoucherWithdrawals).withdraw(operator, shown, '误公开');
  const [pledges, pledge] = [test.app.get(PledgesService), await aPledge(test, at)];
  await pledges.keep(operator, pledge, { amount: 1n, onDay: DAY }, randomUUID());
  await pledges.withdraw(operator, pledge, '出资人来函');
  const by = { at: new Date(), byId: 'x', byName: 'x' };
  const act = { kind: 'act', resolutionId: null, actId: at.office.issued.id, document: '办件' } as const;
  const allowed = { compoundId: at.compound, useCode: '5003', amount: '1', decidedOn: DAY } as const;
  const row = { ...act, ...allowed, cityId: operator.cityId, id: randomUUID(), by };
  await test.app.get(Database).transaction(operator, (manager) => manager.insert(FundDecision, row));
}

/** A photo of a project that everybody may see. @returns its id */
async function aPublicVoucher(test: TestApp, at: SpendingPlace): Promise<string> {
  const { project } = await projectAt(test, at, 'applied');
  const shown = { kind: 'photo', title: '照片', fileId: at.file, isPublic: true } as const;
  return test.app.get(VouchersService).ofProject(at.city.operator, project, shown);
}

interface SpendingCallMade {
  readonly ids?: readonly string[];
  readonly body?: object;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type SpendingCall = (at: SpendingPlace, who: unknown, test: TestApp) => SpendingCallMade | Promise<SpendingCallMade>;

/** A step of a project that has come as far as a stage. */
const step =
  (stage: Stage, bodyOf: (made: SpentOn, at: SpendingPlace) => object): SpendingCall =>
  async (at, _, test) => {
    const made = await projectAt(test, at, stage);
    return { ids: [made.project], body: bodyOf(made, at) };
  };

const ofPayment =
  (body: object): SpendingCall =>
  async (at, _, test) => ({ ids: [(await projectAt(test, at, 'asked')).payment], body });

const scan = ({ file }: SpendingPlace): object => ({ kind: 'photo', title: '照片', fileId: file, isPublic: true });

/** How each route of spending and of money that comes in is called. */
export const SPENDING_CALLS = {
  'GET /fund/projects': () => ({}),
  'GET /fund/projects/:id': async (at, _, test) => ({ ids: [(await projectAt(test, at, 'paid')).project] }),
  'POST /fund/projects': ({ compound }) => ({
    body: { compoundId: compound, title: '修围墙', use: '5003', reason: '倒塌', amount: '100.00' },
  }),
  'POST /fund/projects/:id/review': step('applied', () => ({ agrees: true })),
  'POST /fund/projects/:id/decision': step('reviewed', ({ resolution }) => {
    return { kind: 'resolution', id: resolution, amount: '1000.00' };
  }),
  'POST /fund/projects/:id/quotes': step('decided', () => ({ firm: '乙公司', amount: '90.00' })),
  'POST /fund/projects/:id/appropriations': async (at, _, test) => {
    await aGift(test, at);
    return { ids: [(await projectAt(test, at, 'decided')).project], body: { source: 'F5', amount: '10.00' } };
  },
  'POST /fund/projects/:id/contract': step('appropriated', () => {
    return { number: 'HT-2', counterparty: '乙公司', amount: '90.00', signedOn: DAY };
  }),
  'POST /fund/projects/:id/payments': step('contracted', () => ({ amount: '10.00', memo: '工程款' })),
  'POST /fund/projects/:id/acceptance': step('paid', (_, { file }) => {
    return { onDay: DAY, note: '合格', fileId: file, isPublic: false };
  }),
  'POST /fund/projects/:id/closing': step('applied', () => ({ note: '不再需要' })),
  'POST /fund/projects/:id/vouchers': async (at, office, test) => ({
    ...(await step('applied', (_, place) => scan(place))(at, office, test)),
    key: randomUUID(),
  }),
  'POST /fund/entries/:id/vouchers': async (at, _, test) => ({
    ...{ ids: [await anEntryOf(test, at)], key: randomUUID(), body: scan(at) },
  }),
  'POST /fund/vouchers/:id/withdrawal': async (at, _, test) => ({
    ids: [await aPublicVoucher(test, at)],
    body: { reason: '误公开' },
  }),
  'GET /fund/payments': () => ({}),
  'POST /fund/payments/:id/approvals': ofPayment({ hasNoInterest: true }),
  'POST /fund/payments/:id/rejection': ofPayment({ reason: '金额不符' }),
  'GET /fund/receipts': () => ({}),
  'POST /fund/receipts': () => ({
    key: randomUUID(),
    body: { kind: 'interest', source: 'F7', amount: '1.00', date: DAY, document: '结息单' },
  }),
  'GET /fund/receipts/:id/certificate.pdf': async (at, _, test) => ({ ids: [await aGift(test, at)] }),
  'GET /public/:city/fund/compounds': ({ city }) => ({ ids: [city.code] }),
  'GET /public/:city/fund/projects': ({ city }) => ({ ids: [city.code] }),
  'GET /public/:city/fund/projects/:id': async (at, _, test) => ({
    ids: [at.city.code, (await projectAt(test, at, 'paid')).project],
  }),
  'GET /public/:city/fund/pledges': ({ city }) => ({ ids: [city.code] }),
  'GET /fund/pledges': () => ({}),
  'POST /fund/pledges': () => ({ body: { source: 'F5', amount: '10.00', promisedOn: DAY, giver: '王小明' } }),
  'POST /fund/pledges/:id/receipts': async (at, _, test) => ({
    ...{ ids: [await aPledge(test, at)], key: randomUUID(), body: { amount: '1.00', date: DAY } },
  }),
  'POST /fund/pledges/:id/withdrawal': async (at, _, test) => ({
    ...{ ids: [await aPledge(test, at)], body: { reason: '出资人来函' } },
  }),
  'GET /public/:city/fund/donations/:number': async (at, _, test) => ({
    ids: [at.city.code, (await certified(test, at)).number],
  }),
  'GET /public/:city/fund/donations/:number/path': async (at, _, test) => {
    const { number, code } = await certified(test, at);
    return { ids: [at.city.code, number], headers: { 'certificate-code': code } };
  },
  'GET /public/:city/fund/vouchers/:id': async (at, _, test) => ({
    ids: [at.city.code, await aPublicVoucher(test, at)],
  }),
} as const satisfies Readonly<Record<string, SpendingCall>>;
