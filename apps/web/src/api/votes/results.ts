import { answerOf, api, download } from '../client.js';
import type { components } from '../schema.js';

type Schemas = components['schemas'];

export type Result = Schemas['ResultResponse'];
export type MotionRecord = Schemas['MotionRecordResponse'];
export type MotionResult = Schemas['MotionResultResponse'];
export type LotOrder = Schemas['LotRequest'];
export type FilingOrder = Schemas['FilingRequest'];

const at = (id: string): { path: { id: string } } => ({ path: { id } });

export const readResult = (id: string, signal: AbortSignal): Promise<Result> =>
  answerOf(api.GET('/api/v1/assemblies/{id}/result', { params: at(id), signal }));

export const certifyResult = (id: string, signers: string[]): Promise<Result> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/result', { params: at(id), body: { signers } }));

export const recordLot = (id: string, body: LotOrder): Promise<void> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/lots', { params: at(id), body }));

export const publishResult = (id: string, reason: string): Promise<void> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/publication', { params: at(id), body: { reason } }));

export const fileResult = (id: string, body: FilingOrder): Promise<{ actId: string | null }> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/filing', { params: at(id), body }));

/** @param motion of a secret vote one motion at a time; of an election one candidate, as MOTION/c1 */
export const downloadBundle = (id: string, fileName: string, motion?: string): Promise<void> =>
  download(`/api/v1/assemblies/${id}/bundle`, fileName, motion === undefined ? {} : { motion });
