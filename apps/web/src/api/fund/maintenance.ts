import { answerOf, api, download, given, sendForm, spoken } from '../client.js';
import type { components, operations } from '../schema.js';
import type { Page } from '../types.js';

type Schemas = components['schemas'];

export type FundedHome = Schemas['MaintenanceHomeResponse'];
export type SubAccount = Schemas['MaintenanceAccountResponse'];
export type TopUps = Schemas['MaintenanceTopUpsResponse'];
export type Repair = Schemas['MaintenanceSpendingResponse'];
export type RepairSheet = Schemas['MaintenanceSpendingSheetResponse'];
export type RepairInstalment = Schemas['InstalmentSheet'];
export type PublicInstalment = Schemas['PublicInstalment'];
export type InstalmentOrder = Schemas['InstalmentRequest'];
export type RepairShare = Schemas['SpendingShareResponse'];
export type RepairOrder = Schemas['MaintenanceSpendingRequest'];
export type CostSplit = Schemas['CostSplitResponse'];
export type SplitQuery = NonNullable<operations['MaintenanceSpendingsController_split']['parameters']['query']>;
export type DepositOrder = Schemas['MaintenanceDepositRequest'];
export type DepositReport = Schemas['DepositListResponse'];
export type AllottedInterest = Schemas['AllottedInterestResponse'];
export type PublicRepair = Schemas['PublicRepair'];
export type OwnRepair = Schemas['OwnRepair'];
export type OverdueRepair = Schemas['OverdueRepairItem'];
export type FundTotals = Schemas['PublicMaintenanceResponse'];

export const readOwnSubAccount = (unitId: string, signal: AbortSignal): Promise<SubAccount> =>
  answerOf(api.GET('/api/v1/me/homes/{unitId}/maintenance-fund', { params: { path: { unitId } }, signal }));

export const listOwnRepairs = (
  unitId: string,
  after: string | undefined,
  signal: AbortSignal,
): Promise<Page<OwnRepair>> =>
  answerOf(
    api.GET('/api/v1/me/homes/{unitId}/maintenance-fund/repairs', {
      params: { path: { unitId }, query: given({ after, limit: 20 }) },
      signal,
    }),
  );

export const listPublicRepairs = (
  path: { readonly city: string; readonly compoundId: string },
  after: string | undefined,
  signal: AbortSignal,
): Promise<Page<PublicRepair>> =>
  answerOf(
    api.GET('/api/v1/public/{city}/maintenance-funds/{compoundId}/repairs', {
      params: { path, query: given({ after, limit: 20 }) },
      signal,
    }),
  );

export async function listLateRepairs(signal: AbortSignal): Promise<readonly OverdueRepair[]> {
  return (await answerOf(api.GET('/api/v1/maintenance-funds/overdue', { signal }))).items;
}

export const readMaintenanceTotals = (
  path: { readonly city: string; readonly compoundId: string },
  signal: AbortSignal,
): Promise<FundTotals> =>
  answerOf(api.GET('/api/v1/public/{city}/maintenance-funds/{compoundId}', { params: { path }, signal }));

export const listFundedHomes = (
  id: string,
  after: string | undefined,
  signal: AbortSignal,
): Promise<Page<FundedHome>> =>
  answerOf(
    api.GET('/api/v1/compounds/{id}/maintenance-fund/homes', {
      params: { path: { id }, query: given({ after, limit: 200 }) },
      signal,
    }),
  );

/** Every home of a compound, page after page. */
export async function allFundedHomes(id: string, signal: AbortSignal): Promise<readonly FundedHome[]> {
  const homes: FundedHome[] = [];
  let after: string | undefined;
  do {
    const page = await listFundedHomes(id, after, signal);
    homes.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return homes;
}

export const readTopUps = (id: string, signal: AbortSignal): Promise<TopUps> =>
  answerOf(api.GET('/api/v1/compounds/{id}/maintenance-fund/top-ups', { params: { path: { id } }, signal }));

export const listRepairs = (id: string, after: string | undefined, signal: AbortSignal): Promise<Page<Repair>> =>
  answerOf(
    api.GET('/api/v1/compounds/{id}/maintenance-fund/spendings', {
      params: { path: { id }, query: given({ after, limit: 20 }) },
      signal,
    }),
  );

export const readRepair = (id: string, signal: AbortSignal): Promise<RepairSheet> =>
  answerOf(api.GET('/api/v1/maintenance-spendings/{id}', { params: { path: { id }, header: spoken() }, signal }));

export const splitCost = (id: string, query: SplitQuery): Promise<CostSplit> =>
  answerOf(api.GET('/api/v1/compounds/{id}/maintenance-fund/split', { params: { path: { id }, query } }));

/** The same key asks for a repair once, however often it is sent. */
export const askRepair = (id: string, body: RepairOrder, key: string): Promise<{ id: string }> =>
  answerOf(
    api.POST('/api/v1/compounds/{id}/maintenance-fund/spendings', {
      params: { path: { id }, header: { 'idempotency-key': key } },
      body,
    }),
  );

/** What is done about the papers of a repair, with what is sent for it. */
export type RepairPath = 'quotes' | 'contract' | 'acceptance';

export const doToRepair = (id: string, path: RepairPath, body: Readonly<Record<string, unknown>>): Promise<unknown> =>
  answerOf(api.POST(`/api/v1/maintenance-spendings/{id}/${path}`, { params: { path: { id } }, body } as never));

export const attachToRepair = (
  id: string,
  body: Schemas['RepairVoucherRequest'],
  key: string,
): Promise<{ id: string }> =>
  answerOf(
    api.POST('/api/v1/maintenance-spendings/{id}/vouchers', {
      params: { path: { id }, header: { 'idempotency-key': key } },
      body,
    }),
  );

export const rejectRepair = (id: string, reason: string): Promise<void> =>
  answerOf(api.POST('/api/v1/maintenance-spendings/{id}/rejection', { params: { path: { id } }, body: { reason } }));

/** One payment of a repair. */
export interface InstalmentPath {
  readonly id: string;
  readonly position: number;
}

export const askInstalment = (path: InstalmentPath): Promise<void> =>
  answerOf(api.POST('/api/v1/maintenance-spendings/{id}/instalments/{position}/request', { params: { path } }));

export const approveInstalment = (path: InstalmentPath): Promise<Schemas['InstalmentPaidResponse']> =>
  answerOf(
    api.POST('/api/v1/maintenance-spendings/{id}/instalments/{position}/approvals', {
      params: { path },
      body: { hasNoInterest: true },
    }),
  );

export const returnInstalment = (path: InstalmentPath, reason: string): Promise<void> =>
  answerOf(
    api.POST('/api/v1/maintenance-spendings/{id}/instalments/{position}/rejection', {
      params: { path },
      body: { reason },
    }),
  );

export const collectInstalment = (path: InstalmentPath): Promise<Schemas['InstalmentPaidResponse']> =>
  answerOf(
    api.POST('/api/v1/maintenance-spendings/{id}/instalments/{position}/collection', { params: { path }, body: {} }),
  );

/** The same key records a deposit once, however often it is sent. */
export const recordDeposit = (id: string, body: DepositOrder, key: string): Promise<{ id: string }> =>
  answerOf(
    api.POST('/api/v1/compounds/{id}/maintenance-fund/deposits', {
      params: { path: { id }, header: { 'idempotency-key': key } },
      body,
    }),
  );

export function sendDeposits(
  id: string,
  { kind, date, file }: { readonly kind: DepositOrder['kind']; readonly date: string; readonly file: File },
): Promise<DepositReport> {
  const body = new FormData();
  body.append('kind', kind);
  if (date !== '') body.append('date', date);
  body.append('file', file);
  return sendForm(`/api/v1/compounds/${id}/maintenance-fund/deposit-lists`, body);
}

export const allotInterest = (
  id: string,
  body: Schemas['MaintenanceInterestRequest'],
  key: string,
): Promise<AllottedInterest> =>
  answerOf(
    api.POST('/api/v1/compounds/{id}/maintenance-fund/interest', {
      params: { path: { id }, header: { 'idempotency-key': key } },
      body,
    }),
  );

export const downloadHomes = (id: string, fileName: string): Promise<void> =>
  download(`/api/v1/compounds/${id}/maintenance-fund/table.xlsx`, fileName);
