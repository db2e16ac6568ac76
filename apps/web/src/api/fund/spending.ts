import { answerOf, api, download, given, spoken } from '../client.js';
import type { components } from '../schema.js';
import type { Page } from '../types.js';

type Schemas = components['schemas'];

export type ProjectBrief = Schemas['ProjectBrief'];
export type Project = Schemas['ProjectResponse'];
export type Voucher = Schemas['VoucherResponse'];
export type ProjectPayment = Schemas['ProjectPaymentResponse'];
export type WaitingPayment = Schemas['WaitingPaymentResponse'];
export type Receipt = Schemas['FundReceiptResponse'];
export type ProjectOrder = Schemas['NewProjectRequest'];
export type ReceiptOrder = Schemas['FundReceiptRequest'];
export type VoucherOrder = Schemas['VoucherRequest'];

export const listProjects = (after: string | undefined, signal: AbortSignal): Promise<Page<ProjectBrief>> =>
  answerOf(api.GET('/api/v1/fund/projects', { params: { query: given({ after }) }, signal }));

export const readProject = (id: string, signal: AbortSignal): Promise<Project> =>
  answerOf(api.GET('/api/v1/fund/projects/{id}', { params: { path: { id } }, signal }));

export const applyFor = (body: ProjectOrder): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/fund/projects', { body }));

/** What is done to a project, with what is sent for it. */
export interface ProjectDeeds {
  readonly review: Schemas['ProjectReviewRequest'];
  readonly decision: Schemas['ProjectDecisionRequest'];
  readonly quotes: Schemas['QuoteRequest'];
  readonly appropriations: Schemas['AppropriationRequest'];
  readonly contract: Schemas['ContractRequest'];
  readonly acceptance: Schemas['ProjectAcceptanceRequest'];
  readonly closing: Schemas['ClosingRequest'];
  readonly payments: Schemas['PaymentRequest'];
}

export const doToProject = <D extends keyof ProjectDeeds>(
  id: string,
  deed: D,
  body: ProjectDeeds[D],
): Promise<unknown> =>
  answerOf(api.POST(`/api/v1/fund/projects/{id}/${deed}`, { params: { path: { id } }, body } as never));

export const attachToProject = (id: string, body: VoucherOrder, key: string): Promise<{ id: string }> =>
  answerOf(
    api.POST('/api/v1/fund/projects/{id}/vouchers', {
      params: { path: { id }, header: { 'idempotency-key': key } },
      body,
    }),
  );

export const attachToEntry = (id: string, body: VoucherOrder, key: string): Promise<{ id: string }> =>
  answerOf(
    api.POST('/api/v1/fund/entries/{id}/vouchers', {
      params: { path: { id }, header: { 'idempotency-key': key } },
      body,
    }),
  );

export const listWaiting = (signal: AbortSignal): Promise<Schemas['WaitingPaymentsResponse']> =>
  answerOf(api.GET('/api/v1/fund/payments', { params: { header: spoken() }, signal }));

export const approvePayment = (id: string): Promise<Schemas['ApprovedResponse']> =>
  answerOf(
    api.POST('/api/v1/fund/payments/{id}/approvals', { params: { path: { id } }, body: { hasNoInterest: true } }),
  );

export const rejectPayment = (id: string, reason: string): Promise<void> =>
  answerOf(api.POST('/api/v1/fund/payments/{id}/rejection', { params: { path: { id } }, body: { reason } }));

export const listReceipts = (after: string | undefined, signal: AbortSignal): Promise<Page<Receipt>> =>
  answerOf(api.GET('/api/v1/fund/receipts', { params: { query: given({ after }) }, signal }));

export const recordReceipt = (body: ReceiptOrder, key: string): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/fund/receipts', { params: { header: { 'idempotency-key': key } }, body }));

export const downloadCertificate = (id: string, number: string): Promise<void> =>
  download(`/api/v1/fund/receipts/${id}/certificate.pdf`, `${number}.pdf`);

export const withdrawVoucher = (id: string, reason: string): Promise<unknown> =>
  answerOf(api.POST('/api/v1/fund/vouchers/{id}/withdrawal', { params: { path: { id } }, body: { reason } }));
