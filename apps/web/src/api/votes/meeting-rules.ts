import { answerOf, api } from '../client.js';
import type { components } from '../schema.js';

type Schemas = components['schemas'];

export type MeetingRules = Schemas['MeetingRulesResponse'];
export type MeetingRulesOrder = Schemas['NewMeetingRulesRequest'];

const at = (id: string): { path: { id: string } } => ({ path: { id } });

export const listMeetingRules = (compound: string, signal: AbortSignal): Promise<{ items: MeetingRules[] }> =>
  answerOf(api.GET('/api/v1/compounds/{id}/meeting-rules', { params: at(compound), signal }));

export const layDownMeetingRules = (compound: string, body: MeetingRulesOrder): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/compounds/{id}/meeting-rules', { params: at(compound), body }));
