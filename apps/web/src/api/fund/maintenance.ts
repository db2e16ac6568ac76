import { answerOf, api, download, given } from '../client.js';
import type { components } from '../schema.js';
import type { Page } from '../types.js';

type Schemas = components['schemas'];

export type FundedHome = Schemas['MaintenanceHomeResponse'];
export type SubAccount = Schemas['MaintenanceAccountResponse'];
export type TopUps = Schemas['MaintenanceTopUpsResponse'];
export type Repair = Schemas['MaintenanceSpendingResponse'];
export type RepairSheet = Schemas['MaintenanceSpendingSheetResponse'];
export type FundTotals = Schemas['PublicMaintenanceResponse'];

export const readOwnSubAccount = (unitId: string, signal: AbortSignal): Promise<SubAccount> =>
  answerOf(api.GET('/api/v1/me/homes/{unitId}/maintenance-fund', { params: { path: { unitId } }, signal }));

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
  answerOf(api.GET('/api/v1/maintenance-spendings/{id}', { params: { path: { id } }, signal }));

export const downloadHomes = (id: string, fileName: string): Promise<void> =>
  download(`/api/v1/compounds/${id}/maintenance-fund/table.xlsx`, fileName);
