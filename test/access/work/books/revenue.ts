import { randomUUID } from 'node:crypto';
import {
  AccountsService,
  RevenueContracts,
  RevenueObjections,
  RevenueStatements,
  WithdrawalsService,
} from '#libs/fund';
import type { Grant, Principal } from '#libs/kernel';
import type { TestApp } from '../../../support/app.js';
import { rowsOf } from '../../../support/evidence.js';
import { anEntryOf } from '../fund.js';
import type { FundOfPlace } from '../bank.js';
import { resolved } from '../spending.js';
import type { VoteOfPlace } from '../votes.js';

/** Where common revenue is looked after: the compound, its firm, and a scan of theirs. */
export interface RevenuePlace extends FundOfPlace {
  readonly mark: string;
  readonly company: string;
  readonly file: string;
  readonly vote: VoteOfPlace;
}

/** One person of each party, as their grants make them. */
function partiesOf({ city, compound, company }: RevenuePlace): Readonly<Record<string, Principal>> {
  const always = { from: '2020-01-01', to: null };
  const by = (role: Grant['role'], scope: Grant['scope']): Principal => {
    const actor = { kind: 'user', id: randomUUID(), name: role } as const;
    return { ...city.operator, actor, grants: [...city.operator.grants, { role, scope, ...always }] };
  };
  const everywhere = { kind: 'area', areaId: '', path: `${city.code}/` } as const;
  return {
    committee: by('committee-member', { kind: 'compound', compoundId: compound }),
    company: by('property-firm-staff', { kind: 'company', companyId: company }),
    'sub-district': by('sub-district-staff', everywhere),
  };
}

/** The account of the compound; registered once. */
async function accountOf(test: TestApp, at: RevenuePlace): Promise<void> {
  const known = await rowsOf(test, at.city, 'SELECT 1 FROM common_revenue_account WHERE compound_id = $1', [
    at.compound,
  ]);
  if (known.length > 0) return;
  const told = {
    bank: '农业银行',
    number: '0482',
    since: '2026-01-01',
    document: `${at.mark}共管协议`,
    fileId: at.file,
  };
  const { compound: compoundId, company: companyId } = at;
  await test.app.get(AccountsService).open(at.city.operator, { ...told, compoundId, companyId });
}

async function basisOf(test: TestApp, at: RevenuePlace): Promise<string> {
  const told = { kind: 'rule', use: '5103', most: 100n, from: '2026-01-01', until: null, fileId: at.file } as const;
  const rule = { ...told, compoundId: at.compound, document: `${at.mark}规约`, resolutionId: null };
  return test.app.get(AccountsService).lay(at.city.operator, rule);
}

/** A withdrawal that waits for its parties. @returns its id */
export async function withdrawalAt(test: TestApp, at: RevenuePlace): Promise<string> {
  await accountOf(test, at);
  const asked = { use: '5103', amount: 100n, payee: '某社', memo: `${at.mark}补种`, fileId: null } as const;
  const of = { compoundId: at.compound, basisId: await basisOf(test, at) };
  return test.app.get(WithdrawalsService).ask(at.city.operator, { ...asked, ...of });
}

/** A contract of which nothing came in yet. @returns its id */
export async function contractAt(test: TestApp, at: RevenuePlace, resolutionId: string | null = null): Promise<string> {
  const told = { kind: '4112', party: `${at.mark}传媒`, number: randomUUID(), place: '电梯', fileId: at.file } as const;
  const terms = { from: '2026-01-01', until: '2026-12-31', periodMonths: 3, amount: 100n, graceDays: 10 };
  const contract = { ...told, ...terms, compoundId: at.compound, resolutionId };
  return test.app.get(RevenueContracts).record(at.city.operator, contract);
}

async function contractsIn(test: TestApp, at: RevenuePlace): Promise<void> {
  const contracts = test.app.get(RevenueContracts);
  const contractId = await contractAt(test, at, await resolved(test, at, ['M8']));
  const income = { contractId, amount: 100n, day: '2026-11-20', memo: null, key: randomUUID() };
  await contracts.receive(at.city.operator, income);
  await contracts.end(at.city.operator, contractId, { lastDay: '2026-11-30', reason: '协商' });
}

/** A quarter as published; each call another one, for nothing is published twice. */
let quarters = 0;
const nextQuarter = (): string => `${2024 - Math.floor(quarters / 4)}-Q${(quarters++ % 4) + 1}`;

async function publicationAt(test: TestApp, at: RevenuePlace): Promise<string> {
  const of = { compoundId: at.compound, key: nextQuarter() };
  return test.app.get(RevenueStatements).publish(at.city.operator, of, { publisher: `${at.mark}物业` });
}

async function noticeAt(test: TestApp, at: RevenuePlace): Promise<string> {
  const told = { place: `${at.mark}公示栏`, onDay: '2026-11-20', fileId: at.file };
  return test.app.get(RevenueStatements).hang(at.city.operator, await publicationAt(test, at), told);
}

/** An objection that nobody answered. @returns its id */
async function objectionAt(test: TestApp, at: RevenuePlace): Promise<string> {
  const told = { period: '2026-Q4', content: `${at.mark}收入不符`, objector: '王五', fileId: at.file };
  const entryId = await anEntryOf(test, at);
  return test.app.get(RevenueObjections).raiseOnPaper(at.city.operator, at.compound, { ...told, entryId });
}

async function objectionsIn(test: TestApp, at: RevenuePlace): Promise<void> {
  const objections = test.app.get(RevenueObjections);
  const id = await objectionAt(test, at);
  await objections.answer(at.city.operator, id, { content: '核对无误', fileId: at.file });
  await objections.escalate(at.city.operator, id, { note: '街道约谈' });
}

/** A row in every table of common revenue. */
export async function revenueIn(test: TestApp, at: RevenuePlace): Promise<void> {
  const withdrawals = test.app.get(WithdrawalsService);
  const parties = partiesOf(at);
  await anEntryOf(test, at);
  const paid = await withdrawalAt(test, at);
  for (const party of ['committee', 'company', 'sub-district'] as const)
    await withdrawals.consent(parties[party] as Principal, paid, { party, paper: null });
  const paper = { signedBy: '张三', fileId: at.file };
  const street = parties['sub-district'] as Principal;
  await withdrawals.consent(street, await withdrawalAt(test, at), { party: 'committee', paper });
  const asked = { kind: 'resolution', use: '5102', most: 1n, from: null, until: null, document: null } as const;
  const of = { compoundId: at.compound, resolutionId: await resolved(test, at, ['M9b']), fileId: at.file };
  await test.app.get(AccountsService).lay(at.city.operator, { ...asked, ...of });
  await contractsIn(test, at);
  await noticeAt(test, at);
  await objectionsIn(test, at);
  await withdrawals.reject(parties.company as Principal, await withdrawalAt(test, at), '发票不符');
}

interface RevenueCallMade {
  readonly ids?: readonly string[];
  readonly query?: string;
  readonly body?: object;
  readonly key?: string;
}

type RevenueCall = (
  at: RevenuePlace,
  who: { readonly role: string },
  test: TestApp,
) => RevenueCallMade | Promise<RevenueCallMade>;

const PARTY_OF: Readonly<Record<string, string>> = {
  'committee-member': 'committee',
  'community-staff': 'committee',
  'property-firm-staff': 'company',
};

/** A day of an account that nobody registered before. */
let days = 0;
const nextDay = (): string => new Date(Date.UTC(2025, 0, (days += 1))).toISOString().slice(0, 10);

const ofQuarter = ({ compound }: RevenuePlace): RevenueCallMade => ({ ids: [compound, '2026-Q4'] });

/** How each route of common revenue is called. */
export const REVENUE_CALLS = {
  'GET /common-revenue/compounds/:id': async (at, _, test) => {
    await withdrawalAt(test, at);
    return { ids: [at.compound] };
  },
  'POST /common-revenue/compounds/:id/accounts': ({ compound, company, file }) => ({
    ids: [compound],
    body: {
      bank: '农业银行',
      number: '0482',
      companyId: company,
      since: nextDay(),
      document: '共管协议',
      fileId: file,
    },
  }),
  'POST /common-revenue/compounds/:id/bases': ({ compound, file }) => ({
    ids: [compound],
    body: { kind: 'rule', use: '5103', most: '1.00', from: '2026-01-01', document: '规约第一条', fileId: file },
  }),
  'POST /common-revenue/compounds/:id/withdrawals': async (at, _, test) => {
    await accountOf(test, at);
    const body = { use: '5103', amount: '1.00', payee: '某社', memo: '补种', basisId: await basisOf(test, at) };
    return { ids: [at.compound], body };
  },
  'GET /common-revenue/compounds/:id/contracts': async (at, _, test) => {
    await contractAt(test, at);
    return { ids: [at.compound] };
  },
  'POST /common-revenue/compounds/:id/contracts': ({ compound, file }) => ({
    ids: [compound],
    body: {
      ...{
        kind: '4112',
        party: '某传媒',
        number: randomUUID(),
        place: '电梯',
        from: '2026-01-01',
        until: '2026-12-31',
      },
      ...{ periodMonths: 3, amount: '1.00', graceDays: 10, fileId: file },
    },
  }),
  'POST /common-revenue/contracts/:id/ending': async (at, _, test) => ({
    ids: [await contractAt(test, at)],
    body: { lastDay: '2026-11-30', reason: '协商' },
  }),
  'POST /common-revenue/contracts/:id/income': async (at, _, test) => ({
    ids: [await contractAt(test, at)],
    key: randomUUID(),
    body: { amount: '1.00', date: '2026-11-20' },
  }),
  'POST /common-revenue/contracts/:id/receipts': async (at, _, test) => ({
    ids: [await contractAt(test, at)],
    body: { entryId: await anEntryOf(test, at, '4112') },
  }),
  'GET /common-revenue/compounds/:id/unlinked-entries': async (at, _, test) => {
    await contractAt(test, at);
    await anEntryOf(test, at, '4112');
    return { ids: [at.compound] };
  },
  'GET /common-revenue/compounds/:id/statements': async (at, _, test) => {
    await noticeAt(test, at);
    return { ids: [at.compound] };
  },
  'GET /common-revenue/compounds/:id/statements/:period': ofQuarter,
  'GET /common-revenue/compounds/:id/statements/:period/table.xlsx': ofQuarter,
  'GET /common-revenue/compounds/:id/statements/:period/statement.pdf': ofQuarter,
  'POST /common-revenue/compounds/:id/statements/:period/publications': ({ compound }) => ({
    ids: [compound, nextQuarter()],
    body: { publisher: '某物业公司' },
  }),
  'POST /common-revenue/publications/:id/notices': async (at, _, test) => ({
    ids: [await publicationAt(test, at)],
    body: { place: '公示栏', onDay: '2026-11-20', fileId: at.file },
  }),
  'GET /common-revenue/compounds/:id/objections': async (at, _, test) => {
    await objectionAt(test, at);
    return { ids: [at.compound] };
  },
  'POST /common-revenue/compounds/:id/objections': ({ compound, file }) => ({
    ids: [compound],
    body: { period: '2026-Q4', content: '收入与合同不符', objector: '王五', fileId: file },
  }),
  'POST /common-revenue/objections/:id/answer': async (at, _, test) => ({
    ids: [await objectionAt(test, at)],
    body: { content: '经核对无误', fileId: at.file },
  }),
  'POST /common-revenue/objections/:id/escalation': async (at, _, test) => ({
    ids: [await objectionAt(test, at)],
    body: { note: '街道约谈企业' },
  }),
  'GET /common-revenue/overdue': () => ({}),
  'GET /me/common-revenue/objections': () => ({}),
  'POST /me/common-revenue/objections': ({ compound }) => ({
    body: { compoundId: compound, period: '2026-Q4', content: '收入与合同不符' },
  }),
  'GET /public/:city/compounds/:id/common-revenue': ({ city, compound }) => ({ ids: [city.code, compound] }),
  'GET /public/:city/compounds/:id/common-revenue/statements/:period': ({ city, compound }) => ({
    ids: [city.code, compound, '2026-Q3'],
  }),
  'GET /public/:city/compounds/:id/common-revenue/statements/:period/table.xlsx': ({ city, compound }) => ({
    ids: [city.code, compound, '2026-Q3'],
  }),
  'GET /public/:city/compounds/:id/common-revenue/statements/:period/statement.pdf': ({ city, compound }) => ({
    ids: [city.code, compound, '2026-Q3'],
  }),
  'GET /public/:city/compounds/:id/common-revenue/entries': ({ city, compound }) => ({ ids: [city.code, compound] }),
  'GET /public/:city/compounds/:id/common-revenue/entries/:entry': async (at, _, test) => ({
    ids: [at.city.code, at.compound, await anEntryOf(test, at)],
  }),
  'GET /public/:city/common-revenue-notices/:id': async (at, _, test) => ({
    ids: [at.city.code, await noticeAt(test, at)],
  }),
  'POST /common-revenue/withdrawals/:id/consents': async (at, { role }, test) => ({
    ids: [await withdrawalAt(test, at)],
    body: { party: PARTY_OF[role] ?? 'sub-district' },
  }),
  'POST /common-revenue/withdrawals/:id/rejection': async (at, _, test) => ({
    ids: [await withdrawalAt(test, at)],
    body: { reason: '发票不符' },
  }),
} as const satisfies Readonly<Record<string, RevenueCall>>;
