import { randomUUID } from 'node:crypto';
import { DepositsService, MaintenanceBooks } from '#libs/fund';
import { PostingService } from '#libs/ledger';
import type { TestApp } from '../../support/app.js';
import type { FundOfPlace } from './bank.js';
import type { Register } from './roster.js';

/** A home of the compound, with the book of its maintenance fund. */
export interface MaintainedPlace extends FundOfPlace {
  readonly register: Register;
  readonly mark: string;
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
export async function deposited(test: TestApp, at: Omit<MaintainedPlace, 'mark'>): Promise<void> {
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

const ofCompound: MakeCall = ({ compound }) => ({ ids: [compound] });

/** How each route of maintenance funds is called. */
export const MAINTENANCE_CALLS = {
  'GET /compounds/:id/maintenance-fund/homes': ofCompound,
  'GET /compounds/:id/maintenance-fund/homes/:unitId': ({ compound, register }) => ({ ids: [compound, register.unit] }),
  'GET /compounds/:id/maintenance-fund/top-ups': ofCompound,
  'POST /compounds/:id/maintenance-fund/deposits': ({ compound, register }) => ({
    ...{ ids: [compound], key: randomUUID(), body: { ...DEPOSIT, unitId: register.unit } },
  }),
  'POST /compounds/:id/maintenance-fund/deposit-lists': ({ compound, mark }) => ({
    ids: [compound],
    upload: {
      fields: { kind: 'top-up' },
      lines: ['楼栋,单元,房号,金额,票据号', `${mark}楼,2,101,0.01,${randomUUID()}`],
    },
  }),
  'POST /compounds/:id/maintenance-fund/interest': async (at, _, test) => {
    await credited(test, at);
    return { ids: [at.compound], key: randomUUID(), body: { ...PERIOD, amount: '0.01' } };
  },
} as const satisfies Record<string, MakeCall>;
