import { answerOf, api, given } from '../client.js';
import type { components } from '../schema.js';
import type { Page } from '../types.js';

type Schemas = components['schemas'];

export type MeetingBrief = Schemas['MeetingBrief'];
export type MeetingState = MeetingBrief['state'];
export type Meeting = Schemas['CommitteeMeetingResponse'];
export type AgendaItem = Schemas['AgendaItemResponse'];
export type MeetingMember = Schemas['MeetingMemberResponse'];
export type Decision = Schemas['DecisionResponse'];
export type MeetingOrder = Schemas['NewMeetingRequest'];
export type ItemOrder = Schemas['AgendaItemRequest'];
export type DecisionOrder = Schemas['DecisionRequest'];

/** A meeting of a body. */
export interface MeetingPath {
  readonly id: string;
  readonly meetingId: string;
}

const BASE = '/api/v1/committees/{id}/meetings/{meetingId}';

export const listMeetings = (
  id: string,
  query: { after?: string | undefined; limit?: number | undefined },
  signal: AbortSignal,
): Promise<Page<MeetingBrief>> =>
  answerOf(api.GET('/api/v1/committees/{id}/meetings', { params: { path: { id }, query: given(query) }, signal }));

export const readMeeting = (path: MeetingPath, signal: AbortSignal): Promise<Meeting> =>
  answerOf(api.GET(BASE, { params: { path }, signal }));

export const callMeeting = (id: string, body: MeetingOrder): Promise<{ id: string }> =>
  answerOf(api.POST('/api/v1/committees/{id}/meetings', { params: { path: { id } }, body }));

export const cancelMeeting = (path: MeetingPath, reason: string): Promise<void> =>
  answerOf(api.POST(`${BASE}/cancellation`, { params: { path }, body: { reason } }));

export const takeAttendance = (path: MeetingPath, present: string[]): Promise<void> =>
  answerOf(api.POST(`${BASE}/attendance`, { params: { path }, body: { present } }));

export const recordDecision = (path: MeetingPath, body: DecisionOrder): Promise<{ id: string; isAdopted: boolean }> =>
  answerOf(api.POST(`${BASE}/decisions`, { params: { path }, body }));

export const writeMinutes = (path: MeetingPath, content: string): Promise<void> =>
  answerOf(api.POST(`${BASE}/minutes`, { params: { path }, body: { content } }));

export const signMinutes = (path: MeetingPath): Promise<void> =>
  answerOf(api.POST(`${BASE}/signature`, { params: { path } }));

export const publishMinutes = (path: MeetingPath, place: string): Promise<void> =>
  answerOf(api.POST(`${BASE}/publication`, { params: { path }, body: { place } }));
