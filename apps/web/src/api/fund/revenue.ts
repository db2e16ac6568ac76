import { answerOf, api, download, given } from '../client.js';
import type { components } from '../schema.js';
import type { Page } from '../types.js';

type Schemas = components['schemas'];

export type RevenueDesk = Schemas['CompoundRevenueResponse'];
export type RevenueParty = Schemas['RevenuePartyResponse'];
export type RevenueBasis = Schemas['RevenueBasisResponse'];
export type RevenueContract = Schemas['RevenueContractResponse'];
export type UnlinkedRevenue = Schemas['UnlinkedRevenueResponse'];
export type IncomeKind = RevenueContract['kind'];
export type RevenueDuty = Schemas['RevenueDutyResponse'];
export type DeskQuarter = Schemas['RevenueQuarterResponse'];
export type DeskObjection = Schemas['RevenueObjectionResponse'];
export type Withdrawal = Schemas['WithdrawalResponse'];
export type AccountOrder = Schemas['RevenueAccountRequest'];
export type BasisOrder = Schemas['RevenueBasisRequest'];
export type ContractOrder = Schemas['RevenueContractRequest'];
export type WithdrawalOrder = Schemas['WithdrawalRequest'];
export type ConsentOrder = Schemas['RevenueConsentRequest'];

type Made = Promise<{ id: string }>;
const of = (id: string): { path: { id: string } } => ({ path: { id } });

export const readRevenueDesk = (id: string, signal: AbortSignal): Promise<RevenueDesk> =>
  answerOf(api.GET('/api/v1/common-revenue/compounds/{id}', { params: of(id), signal }));

export const registerAccount = (id: string, body: AccountOrder): Made =>
  answerOf(api.POST('/api/v1/common-revenue/compounds/{id}/accounts', { params: of(id), body }));

export const recordBasis = (id: string, body: BasisOrder): Made =>
  answerOf(api.POST('/api/v1/common-revenue/compounds/{id}/bases', { params: of(id), body }));

export const listContracts = (id: string, signal: AbortSignal): Promise<{ items: RevenueContract[] }> =>
  answerOf(api.GET('/api/v1/common-revenue/compounds/{id}/contracts', { params: of(id), signal }));

export const recordContract = (id: string, body: ContractOrder): Made =>
  answerOf(api.POST('/api/v1/common-revenue/compounds/{id}/contracts', { params: of(id), body }));

export const endContract = (id: string, body: Schemas['RevenueContractEndingRequest']): Promise<void> =>
  answerOf(api.POST('/api/v1/common-revenue/contracts/{id}/ending', { params: of(id), body }));

export const recordIncome = (id: string, body: Schemas['RevenueIncomeRequest'], key: string): Made =>
  answerOf(
    api.POST('/api/v1/common-revenue/contracts/{id}/income', {
      params: { ...of(id), header: { 'idempotency-key': key } },
      body,
    }),
  );

/** What was entered and is the payment of no contract yet. */
export const listUnlinked = (
  id: string,
  after: string | undefined,
  signal: AbortSignal,
): Promise<Page<UnlinkedRevenue>> =>
  answerOf(
    api.GET('/api/v1/common-revenue/compounds/{id}/unlinked-entries', {
      params: { ...of(id), query: given({ after, limit: 20 }) },
      signal,
    }),
  );

export const linkReceipt = (contract: string, entryId: string): Promise<void> =>
  answerOf(api.POST('/api/v1/common-revenue/contracts/{id}/receipts', { params: of(contract), body: { entryId } }));

export const listQuarters = (id: string, signal: AbortSignal): Promise<{ items: RevenueDuty[] }> =>
  answerOf(api.GET('/api/v1/common-revenue/compounds/{id}/statements', { params: of(id), signal }));

export const readDeskQuarter = (id: string, period: string, signal: AbortSignal): Promise<DeskQuarter> =>
  answerOf(
    api.GET('/api/v1/common-revenue/compounds/{id}/statements/{period}', {
      params: { path: { id, period } },
      signal,
    }),
  );

export const publishQuarter = (id: string, period: string, body: Schemas['RevenuePublicationRequest']): Made =>
  answerOf(
    api.POST('/api/v1/common-revenue/compounds/{id}/statements/{period}/publications', {
      params: { path: { id, period } },
      body,
    }),
  );

export const hangQuarter = (publication: string, body: Schemas['RevenueNoticeRequest']): Made =>
  answerOf(api.POST('/api/v1/common-revenue/publications/{id}/notices', { params: of(publication), body }));

/** The statement of a quarter as a file: `statement.pdf` for the notice board, `table.xlsx` to add up. */
export const downloadQuarter = (
  { id, period }: { readonly id: string; readonly period: string },
  file: 'statement.pdf' | 'table.xlsx',
  fileName: string,
): Promise<void> => download(`/api/v1/common-revenue/compounds/${id}/statements/${period}/${file}`, fileName);

export const listObjections = (
  id: string,
  after: string | undefined,
  signal: AbortSignal,
): Promise<Page<DeskObjection>> =>
  answerOf(
    api.GET('/api/v1/common-revenue/compounds/{id}/objections', {
      params: { ...of(id), query: given({ after, limit: 20 }) },
      signal,
    }),
  );

export const takeObjection = (id: string, body: Schemas['RevenuePaperObjectionRequest']): Made =>
  answerOf(api.POST('/api/v1/common-revenue/compounds/{id}/objections', { params: of(id), body }));

export const answerObjection = (id: string, body: Schemas['RevenueAnswerRequest']): Promise<void> =>
  answerOf(api.POST('/api/v1/common-revenue/objections/{id}/answer', { params: of(id), body }));

export const takeUpObjection = (id: string, body: Schemas['RevenueEscalationRequest']): Promise<void> =>
  answerOf(api.POST('/api/v1/common-revenue/objections/{id}/escalation', { params: of(id), body }));

export const askWithdrawal = (id: string, body: WithdrawalOrder): Made =>
  answerOf(api.POST('/api/v1/common-revenue/compounds/{id}/withdrawals', { params: of(id), body }));

export const consentTo = (id: string, body: ConsentOrder): Promise<Schemas['RevenuePaidResponse']> =>
  answerOf(api.POST('/api/v1/common-revenue/withdrawals/{id}/consents', { params: of(id), body }));

export const sendBack = (id: string, reason: string): Promise<void> =>
  answerOf(api.POST('/api/v1/common-revenue/withdrawals/{id}/rejection', { params: of(id), body: { reason } }));
