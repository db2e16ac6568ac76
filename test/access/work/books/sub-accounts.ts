import { randomUUID } from 'node:crypto';
import { Resolution } from '#libs/assembly';
import {
  DepositsService,
  InstalmentPayments,
  MaintenanceBooks,
  MaintenanceSpending,
  RepairPapers,
  SpendingsService,
} from '#libs/fund';
import { Database } from '#libs/platform';
import { PostingService } from '#libs/ledger';
import type { TestApp } from '../../../support/app.js';
import { rowsOf } from '../../../support/evidence.js';
import type { FundOfPlace } from '../bank.js';
import type { Office } from '../office.js';
import type { Register } from '../roster.js';
import { somebody } from '../spending.js';
import type { VoteOfPlace } from '../votes.js';

/** A home of the compound, with the book of its maintenance fund. */
export interface MaintainedPlace extends FundOfPlace {
  readonly register: Register;
  readonly vote: VoteOfPlace;
  /** A scan of the caller's. */
  readonly file: string;
}

interface Call {
  readonly ids: readonly string[];
  readonly query?: string;
  readonly body?: object;
  readonly key?: string;
  readonly upload?: { readonly fields: Readonly<Record<string, string>>; readonly lines: readonly string[] };
}

type MakeCall = (at: MaintainedPlace, who: unknown, test: TestApp) => Call | Promise<Call>;

const DAY = '2026-11-20';
const DEPOSIT = { kind: 'top-up', amount: '0.01', date: DAY } as const;
const PERIOD = { from: '2026-11-01', to: DAY };

/** Something in the home's sub-account, which the first deposit opens. */
export async function deposited(test: TestApp, at: MaintainedPlace): Promise<void> {
  const { compound, register } = at;
  const { operator } = at.city;
  const book = await test.app.get(MaintenanceBooks).toKeep(operator, compound);
  const told = { kind: 'top-up', amount: 100n, onDay: DAY, document: null } as const;
  await test.app.get(DepositsService).record(operator, book, { ...told, unitId: register.unit, key: randomUUID() });
}

/** Interest that waits to be allotted, and a home to which it can go. */
async function credited(test: TestApp, at: MaintainedPlace): Promise<void> {
  await deposited(test, at);
  const book = await test.app.get(MaintenanceBooks).toKeep(at.city.operator, at.compound);
  const lines = [
    { account: '1002', amount: 1n, memo: null },
    { account: '4201', amount: -1n, memo: null },
  ];
  await test.app.get(PostingService).post(at.city.operator, book, { day: DAY, memo: '结息', key: randomUUID(), lines });
}

/** What only an adopted motion leaves; its words name how much it allows. @returns its id */
async function resolved(test: TestApp, { city, compound, vote }: MaintainedPlace): Promise<string> {
  const [id, cityId] = [randomUUID(), city.city.id];
  const of = { assemblyId: vote.held, motionId: vote.motion, compoundId: compound, cityId, id };
  const told = { title: '使用维修资金1000元', matters: ['M5'], choice: id, adoptedOn: '2026-11-01' };
  await test.app.get(Database).transaction({ cityId }, (manager) => manager.insert(Resolution, { ...of, ...told }));
  return id;
}

const REPAIR = { title: '修门禁', payee: '工程公司', benefit: 'homes' } as const;

/** What is done about the papers of a repair, in its turn. */
const STAGES = ['asked', 'contracted', 'papered', 'requested', 'first', 'second'] as const;
type Stage = (typeof STAGES)[number];

const CONTRACT = { number: 'HT-9', counterparty: REPAIR.payee, signedOn: DAY } as const;

/** A repair that costs one home more than it ever has, as far as a stage, each step by somebody. @returns its id */
export async function repairAt(test: TestApp, at: MaintainedPlace, stage: Stage): Promise<string> {
  await deposited(test, at);
  const scope = { benefit: 'homes', building: null, stairway: null, unitIds: [at.register.unit] } as const;
  const decision = { kind: 'resolution', id: await resolved(test, at), amount: 100_000n } as const;
  const asked = {
    title: REPAIR.title,
    payee: REPAIR.payee,
    cost: 50_000n,
    scope,
    emergency: null,
    decision,
    key: randomUUID(),
  };
  const [papers, clerk] = [test.app.get(RepairPapers), at.city.operator];
  const id = await test.app.get(SpendingsService).ask(somebody(at.city, '申请'), at.compound, asked);
  const upTo = STAGES.indexOf(stage);
  if (upTo >= 1) {
    const none = { creditCode: null, reason: null, fileId: null };
    await papers.contract(clerk, id, { ...CONTRACT, amount: 50_000n, ...none });
  }
  if (upTo >= 2) {
    const scan = { fileId: at.file, isPublic: true } as const;
    await papers.accept(clerk, id, { onDay: DAY, note: '合格', acceptors: ['committee'], ...scan });
    await papers.attach(clerk, id, { kind: 'invoice', title: '发票', ...scan });
  }
  const [payments, path] = [test.app.get(InstalmentPayments), { id, position: 1 }];
  if (upTo >= 3) await payments.ask(somebody(at.city, '请款'), path);
  for (const name of ['初核', '复核'].slice(0, Math.max(0, upTo - 3)))
    await payments.approve(somebody(at.city, name), path, { hasNoInterest: true, day: null });
  return id;
}

/** A row in every table of what is kept per home, and a repair that an act allows. */
export async function repairsIn(test: TestApp, at: MaintainedPlace & { readonly office: Office }): Promise<void> {
  const by = { at: new Date(), byId: 'x', byName: 'x' };
  const scope = { benefit: 'compound', building: null, stairway: null, amount: '1' } as const;
  const allowed = { emergency: 'lift', resolutionId: null, actId: at.office.issued.id, askedOn: DAY } as const;
  const unkeyed = { idempotencyKey: null, inputHash: null };
  const of = { cityId: at.city.city.id, id: randomUUID(), compoundId: at.compound, by };
  const row = { ...of, ...scope, ...allowed, ...unkeyed, title: REPAIR.title, payee: REPAIR.payee };
  await test.app.get(Database).transaction(at.city.operator, (manager) => manager.insert(MaintenanceSpending, row));
  await repairAt(test, at, 'second');
  const rejected = await repairAt(test, at, 'asked');
  await test.app.get(RepairPapers).quote(at.city.operator, rejected, { firm: '甲公司', amount: 1n, fileId: null });
  await test.app.get(SpendingsService).reject(somebody(at.city, '退回'), rejected, '发票不符');
  const path = { id: await repairAt(test, at, 'requested'), position: 1 };
  await test.app.get(InstalmentPayments).sendBack(somebody(at.city, '退回'), path, '发票不符');
}

const ofRepair =
  (stage: Stage, bodyOf?: (at: MaintainedPlace) => object): MakeCall =>
  async (at, _, test) => ({ ids: [await repairAt(test, at, stage)], ...(bodyOf ? { body: bodyOf(at) } : {}) });

/** Of its only payment. */
const ofInstalment =
  (stage: Stage, body?: object): MakeCall =>
  async (at, _, test) => ({ ids: [await repairAt(test, at, stage), '1'], ...(body ? { body } : {}) });

const scanOf = ({ file }: MaintainedPlace): object => ({ fileId: file, isPublic: true });

const ofCompound: MakeCall = ({ compound }) => ({ ids: [compound] });

/** How each route of maintenance funds is called. */
export const MAINTENANCE_CALLS = {
  'GET /compounds/:id/maintenance-fund/homes': ofCompound,
  'GET /compounds/:id/maintenance-fund/homes/:unitId': ({ compound, register }) => ({ ids: [compound, register.unit] }),
  'GET /compounds/:id/maintenance-fund/top-ups': ofCompound,
  'GET /compounds/:id/maintenance-fund/table.xlsx': ofCompound,
  'GET /me/homes/:unitId/maintenance-fund': ({ register }) => ({ ids: [register.unit] }),
  'GET /public/:city/maintenance-funds/:compoundId': ({ city, compound }) => ({ ids: [city.code, compound] }),
  'GET /public/:city/maintenance-funds/:compoundId/repairs': ({ city, compound }) => ({ ids: [city.code, compound] }),
  'GET /me/homes/:unitId/maintenance-fund/repairs': ({ register }) => ({ ids: [register.unit] }),
  'POST /compounds/:id/maintenance-fund/deposits': ({ compound, register }) => ({
    ...{ ids: [compound], key: randomUUID(), body: { ...DEPOSIT, unitId: register.unit } },
  }),
  'POST /compounds/:id/maintenance-fund/deposit-lists': async (at, _, test) => {
    // By the address that the home has by now: another call corrects that of the first.
    const text = 'SELECT building, stairway, room FROM unit_version WHERE unit_id = $1 AND superseded_at IS NULL';
    const [home] = await rowsOf<Record<'building' | 'stairway' | 'room', string>>(test, at.city, text, [
      at.register.bindable.unit,
    ]);
    const row = [home?.building, home?.stairway, home?.room, '0.01', randomUUID()].join(',');
    return { ids: [at.compound], upload: { fields: { kind: 'top-up' }, lines: ['楼栋,单元,房号,金额,票据号', row] } };
  },
  'POST /compounds/:id/maintenance-fund/interest': async (at, _, test) => {
    await credited(test, at);
    return { ids: [at.compound], key: randomUUID(), body: { ...PERIOD, amount: '0.01' } };
  },
  'GET /compounds/:id/maintenance-fund/split': ({ compound, register }) => ({
    ids: [compound],
    query: `amount=1&benefit=homes&units=${register.unit}`,
  }),
  'GET /compounds/:id/maintenance-fund/spendings': ofCompound,
  'POST /compounds/:id/maintenance-fund/spendings': async (at, _, test) => {
    const decided = { decisionKind: 'resolution', decisionId: await resolved(test, at), decisionAmount: '1000.00' };
    const body = { ...REPAIR, amount: '1.00', unitIds: [at.register.unit], ...decided };
    return { ids: [at.compound], key: randomUUID(), body };
  },
  'GET /maintenance-spendings/:id': ofRepair('second'),
  'POST /maintenance-spendings/:id/quotes': ofRepair('asked', () => ({ firm: '乙公司', amount: '90.00' })),
  'POST /maintenance-spendings/:id/contract': ofRepair('asked', () => ({ ...CONTRACT, amount: '500.00' })),
  'POST /maintenance-spendings/:id/acceptance': ofRepair('contracted', (at) => {
    return { onDay: DAY, note: '合格', acceptors: ['committee'], ...scanOf(at) };
  }),
  'POST /maintenance-spendings/:id/vouchers': async (at, office, test) => ({
    ...(await ofRepair('asked', (place) => ({ kind: 'photo', title: '照片', ...scanOf(place) }))(at, office, test)),
    key: randomUUID(),
  }),
  'GET /maintenance-funds/overdue': () => ({ ids: [] }),
  'POST /maintenance-spendings/:id/rejection': ofRepair('asked', () => ({ reason: '发票不符' })),
  'POST /maintenance-spendings/:id/instalments/:position/request': ofInstalment('papered'),
  'POST /maintenance-spendings/:id/instalments/:position/approvals': ofInstalment('requested', {
    hasNoInterest: true,
  }),
  'POST /maintenance-spendings/:id/instalments/:position/rejection': ofInstalment('requested', { reason: '发票不符' }),
  'POST /maintenance-spendings/:id/instalments/:position/collection': async (at, _, test) => {
    const id = await repairAt(test, at, 'second');
    await deposited(test, at);
    return { ids: [id, '1'], body: {} };
  },
} as const satisfies Record<string, MakeCall>;
