import { answerOf, api, download, given } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { Page } from '../../api/types.js';
import type { FundEntry, OneEntry } from '../fund/public-fund.js';

type Schemas = components['schemas'];

export type Revenue = Schemas['PublicRevenueResponse'];
export type RevenueObjection = Schemas['RevenueObjectionResponse'];
export type RevenueQuarter = Schemas['PublicRevenueQuarterResponse'];
export type RevenueStatement = Schemas['RevenueStatementResponse'];

/** A compound as an address names it. */
export interface At {
  readonly city: string;
  readonly id: string;
}

// What the common revenue of a compound answers to anybody, without sign-in.

export const readRevenue = (at: At, signal: AbortSignal): Promise<Revenue> =>
  answerOf(api.GET('/api/v1/public/{city}/compounds/{id}/common-revenue', { params: { path: at }, signal }));

export const readQuarter = (at: At, period: string, signal: AbortSignal): Promise<RevenueQuarter> =>
  answerOf(
    api.GET('/api/v1/public/{city}/compounds/{id}/common-revenue/statements/{period}', {
      params: { path: { ...at, period } },
      signal,
    }),
  );

/** The statement of a quarter as a file: `statement.pdf` as it hangs on paper, `table.xlsx` to add up. */
export const downloadPublicQuarter = (
  { city, id, period }: At & { readonly period: string },
  file: 'statement.pdf' | 'table.xlsx',
  fileName: string,
): Promise<void> =>
  download(`/api/v1/public/${city}/compounds/${id}/common-revenue/statements/${period}/${file}`, fileName);

export const listRevenueEntries = (at: At, after: string | undefined, signal: AbortSignal): Promise<Page<FundEntry>> =>
  answerOf(
    api.GET('/api/v1/public/{city}/compounds/{id}/common-revenue/entries', {
      params: { path: at, query: given({ after, limit: 20 }) },
      signal,
    }),
  );

export const readRevenueEntry = (at: At, entry: string, signal: AbortSignal): Promise<OneEntry> =>
  answerOf(
    api.GET('/api/v1/public/{city}/compounds/{id}/common-revenue/entries/{entry}', {
      params: { path: { ...at, entry } },
      signal,
    }),
  );

export const objectTo = (body: Schemas['RevenueObjectionRequest']): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/me/common-revenue/objections', { body }));

export type LateRevenue = Schemas['RevenueOverdueItem'];

/** What is late, of the compounds that the caller looks after. */
export const listLateRevenue = async (signal: AbortSignal): Promise<readonly LateRevenue[]> =>
  (await answerOf(api.GET('/api/v1/common-revenue/overdue', { signal }))).items;
