import { answerOf, api, given, spoken } from '../client.js';
import type { components } from '../schema.js';
import type { Page } from '../types.js';

type Schemas = components['schemas'];

export type ListedAssembly = Schemas['ListedAssembly'];
export type AssemblyFile = Schemas['AssemblyResponse'];
export type AssemblyState = ListedAssembly['state'];
export type AssemblyStep = AssemblyFile['possible'][number];
export type AssemblyOrder = Schemas['NewAssemblyRequest'];
export type RulesOrder = Schemas['RulesRequest'];
export type Motion = Schemas['MotionResponse'];
export type MotionOrder = Schemas['NewMotionRequest'];
export type Matter = Schemas['MatterResponse'];
export type Finding = Schemas['FindingResponse'];
export type Findings = Schemas['FindingsResponse'];
export type Roll = Schemas['RollResponse'];
export type RollEntry = Schemas['RollEntryResponse'];
export type Objection = Schemas['DeskObjectionResponse'];
export type ObjectionKind = Objection['kind'];
export type VotingWindow = Pick<Schemas['NoticeRequest'], 'opensAt' | 'closesAt'>;

const at = (id: string): { path: { id: string } } => ({ path: { id } });

export interface AssemblyQuery {
  compound?: string | undefined;
  area?: string | undefined;
  state?: AssemblyState | undefined;
  after?: string | undefined;
  limit?: number | undefined;
}

export const listAssemblies = (query: AssemblyQuery, signal: AbortSignal): Promise<Page<ListedAssembly>> =>
  answerOf(api.GET('/api/v1/assemblies', { params: { query: given(query) }, signal }));

export const readAssembly = (id: string, signal: AbortSignal): Promise<AssemblyFile> =>
  answerOf(api.GET('/api/v1/assemblies/{id}', { params: at(id), signal }));

export const openAssembly = (body: AssemblyOrder, key: string): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/assemblies', { params: { header: { 'idempotency-key': key } }, body }));

export const listMatters = (signal: AbortSignal): Promise<{ items: Matter[] }> =>
  answerOf(api.GET('/api/v1/voting-matters', { params: { header: spoken() }, signal }));

/** @param planned the days that a notice would name, before there is one */
export const readFindings = (id: string, planned: VotingWindow | null, signal: AbortSignal): Promise<Findings> => {
  const params = { ...at(id), query: planned ?? {}, header: spoken() };
  return answerOf(api.GET('/api/v1/assemblies/{id}/findings', { params, signal }));
};

export const addMotion = (id: string, body: MotionOrder): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/motions', { params: at(id), body }));

export const withdrawMotion = (id: string, motionId: string): Promise<void> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/motions/{motionId}/withdrawal', { params: { path: { id, motionId } } }));

export interface RollQuery {
  unit?: string | undefined;
  building?: string | undefined;
  after?: string | undefined;
  limit?: number | undefined;
}

export const readRoll = (id: string, query: RollQuery, signal?: AbortSignal): Promise<Roll> => {
  const params = { ...at(id), query: given(query) };
  return answerOf(api.GET('/api/v1/assemblies/{id}/roll', { params, ...(signal ? { signal } : {}) }));
};

export const freezeRoll = (id: string, reason: string): Promise<{ version: number }> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/roll', { params: at(id), body: { reason } }));

export const recordSuccession = (id: string, body: Schemas['SuccessionRequest']): Promise<void> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/roll/successions', { params: at(id), body }));

/** Objections to the roll and to the result are read and raised at two addresses of one form. */
export const listObjections = (
  id: string,
  kind: ObjectionKind,
  signal: AbortSignal,
): Promise<Schemas['ObjectionsResponse']> =>
  kind === 'roll'
    ? answerOf(api.GET('/api/v1/assemblies/{id}/roll/objections', { params: at(id), signal }))
    : answerOf(api.GET('/api/v1/assemblies/{id}/objections', { params: at(id), signal }));

export const raiseObjection = (
  id: string,
  kind: ObjectionKind,
  body: Schemas['ObjectionRequest'],
): Promise<{ id: string }> =>
  kind === 'roll'
    ? answerOf(api.POST('/api/v1/assemblies/{id}/roll/objections', { params: at(id), body }))
    : answerOf(api.POST('/api/v1/assemblies/{id}/objections', { params: at(id), body }));

export const answerObjection = (
  id: string,
  objectionId: string,
  body: Schemas['ObjectionAnswerRequest'],
): Promise<void> => {
  const params = { path: { id, objectionId } };
  return answerOf(api.POST('/api/v1/assemblies/{id}/objections/{objectionId}/answer', { params, body }));
};

export const giveNotice = (id: string, body: Schemas['NoticeRequest']): Promise<void> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/notice', { params: at(id), body }));

export const openVote = (id: string): Promise<void> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/opening', { params: at(id) }));

export const extendVote = (id: string, body: Schemas['ExtensionRequest']): Promise<void> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/extension', { params: at(id), body }));

export const closeVote = (id: string): Promise<void> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/closure', { params: at(id) }));

export const cancelAssembly = (id: string, reason: string): Promise<void> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/cancellation', { params: at(id), body: { reason } }));
