import { answerOf, api, download, given, spoken } from './client.js';
import type { components } from './schema.js';
import type { Page } from './types.js';

type Schemas = components['schemas'];

export type Power = Schemas['PowerResponse'];
export type Delegation = Schemas['DelegationResponse'];
export type DelegationOrder = Schemas['NewDelegationRequest'];
export type Readiness = Schemas['ReadinessRequest'];
export type ActBrief = Schemas['ActBrief'];
export type ActFile = Schemas['ActResponse'];
export type ActOrder = Schemas['NewActRequest'];
export type Matrix = Schemas['MatrixResponse'];
export type MatrixCell = Schemas['MatrixCell'];
export type Verified = Schemas['VerifiedDocument'];

export type PowerVersion = Schemas['PowerVersionRequest'];

export interface PowerQuery {
  /** The day whose edition is asked for; left out, the server's today. */
  on?: string | undefined;
  /** The area whose office may use them. */
  heldBy?: string | undefined;
}

export const listPowers = (signal: AbortSignal, query: PowerQuery = {}): Promise<Schemas['PowersResponse']> =>
  answerOf(api.GET('/api/v1/powers', { params: { query: given(query) }, signal }));

export const layDownPower = (code: string, body: PowerVersion): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/powers/{code}/versions', { params: { path: { code } }, body }));

export interface DelegationQuery {
  power?: string | undefined;
  area?: string | undefined;
  after?: string | undefined;
}

export const listDelegations = (query: DelegationQuery, signal: AbortSignal): Promise<Page<Delegation>> =>
  answerOf(api.GET('/api/v1/delegations', { params: { query: given(query) }, signal }));

export const grantDelegation = (body: DelegationOrder): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/delegations', { body }));

export const acceptDelegation = (id: string, readiness: Readiness): Promise<void> =>
  answerOf(api.POST('/api/v1/delegations/{id}/acceptance', { params: { path: { id } }, body: { readiness } }));

export const revokeDelegation = (id: string, reason: string): Promise<void> =>
  answerOf(api.POST('/api/v1/delegations/{id}/revocation', { params: { path: { id } }, body: { reason } }));

export const returnDelegation = (id: string, reason: string): Promise<void> =>
  answerOf(api.POST('/api/v1/delegations/{id}/return', { params: { path: { id } }, body: { reason } }));

export interface ActQuery {
  power?: string | undefined;
  area?: string | undefined;
  compound?: string | undefined;
  limit?: number | undefined;
  show?: 'open' | 'closed' | undefined;
  after?: string | undefined;
}

export const listActs = (query: ActQuery, signal: AbortSignal): Promise<Page<ActBrief>> =>
  answerOf(api.GET('/api/v1/acts', { params: { query: given(query) }, signal }));

/** Every case of a filter, page after page: to choose one of them, wherever it stands in the list. */
export async function allActs(query: ActQuery, signal: AbortSignal): Promise<readonly ActBrief[]> {
  const acts: ActBrief[] = [];
  let after: string | undefined;
  do {
    const page = await listActs({ ...query, limit: 200, after }, signal);
    acts.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return acts;
}

export const readAct = (id: string, signal: AbortSignal): Promise<ActFile> =>
  answerOf(api.GET('/api/v1/acts/{id}', { params: { path: { id }, header: spoken() }, signal }));

export const openAct = (body: ActOrder, key: string): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/acts', { params: { header: { 'idempotency-key': key } }, body }));

export const supplementAct = (id: string, papers: ActOrder['papers']): Promise<void> =>
  answerOf(api.POST('/api/v1/acts/{id}/supplement', { params: { path: { id } }, body: { papers } }));

export const reviewAct = (id: string, body: Schemas['ReviewRequest']): Promise<void> =>
  answerOf(api.POST('/api/v1/acts/{id}/review', { params: { path: { id } }, body }));

export const issueAct = (id: string, decision: string): Promise<{ documentNumber: string }> =>
  answerOf(api.POST('/api/v1/acts/{id}/issue', { params: { path: { id } }, body: { decision } }));

/** What happens to a case with no more than a reason. */
export const REASONED_STEPS = [
  'suspension',
  'resumption',
  'refusal',
  'withdrawal',
  'revocation',
  'instruction',
] as const;

export const takeStep = (id: string, step: (typeof REASONED_STEPS)[number], reason: string): Promise<void> =>
  answerOf(api.POST(`/api/v1/acts/{id}/${step}`, { params: { path: { id } }, body: { reason } }));

export const downloadPaper = (id: string, documentNumber: string): Promise<void> =>
  download(`/api/v1/acts/${id}/document.pdf`, `${documentNumber}.pdf`);

/** What whoever has the case can hold against the city's public log. */
export const downloadReceipt = (id: string, fileName: string): Promise<void> =>
  download(`/api/v1/acts/${id}/receipt`, fileName);

export const readMatrix = (area: string | undefined, signal: AbortSignal): Promise<Matrix> =>
  answerOf(api.GET('/api/v1/supervision/matrix', { params: { query: given({ area }), header: spoken() }, signal }));

export const exportMatrix = (area: string | undefined, fileName: string): Promise<void> =>
  download('/api/v1/supervision/matrix.xlsx', fileName, area === undefined ? {} : { area });

export const verifyDocument = (documentNumber: string, signal: AbortSignal): Promise<Verified> =>
  answerOf(
    api.GET('/api/v1/verify/{documentNumber}', { params: { path: { documentNumber }, header: spoken() }, signal }),
  );
