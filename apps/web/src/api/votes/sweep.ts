import { answerOf, api, spoken } from '../client.js';
import type { components } from '../schema.js';

type Schemas = components['schemas'];

export type DoorResult = Schemas['DoorResultRequest'];
export type TakenResult = Schemas['TakenResultResponse'];
export type Reminded = Schemas['RemindedResponse'];

const at = (id: string): { path: { id: string } } => ({ path: { id } });

/** However often it is sent, each result counts once by its key. */
export const sendResults = (id: string, results: DoorResult[]): Promise<{ items: TakenResult[] }> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/sweep', { params: { ...at(id), header: spoken() }, body: { results } }));

export const remindMissing = (id: string, body: Schemas['ReminderRequest']): Promise<Reminded> =>
  answerOf(api.POST('/api/v1/assemblies/{id}/reminders', { params: at(id), body }));
