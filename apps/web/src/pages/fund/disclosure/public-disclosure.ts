import { answerOf, api } from '../../../api/client.js';
import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];

export type Calendar = Schemas['PublicCalendarResponse'];
export type Duty = Schemas['PublicDuty'];
export type Publication = Schemas['PublicPublication'];
export type Posting = Schemas['PublicPosting'];
export type Statement = Schemas['FundStatement'];
export type StatementNow = Schemas['PublicStatementResponse'];
export type PublishedStatement = Schemas['PublicPublicationResponse'];

export const readCalendar = (city: string, signal: AbortSignal): Promise<Calendar> =>
  answerOf(api.GET('/api/v1/public/{city}/fund/calendar', { params: { path: { city } }, signal }));

export const readStatement = (city: string, period: string, signal: AbortSignal): Promise<StatementNow> =>
  answerOf(api.GET('/api/v1/public/{city}/fund/statements/{period}', { params: { path: { city, period } }, signal }));

export const readPublication = (city: string, id: string, signal: AbortSignal): Promise<PublishedStatement> =>
  answerOf(api.GET('/api/v1/public/{city}/fund/publications/{id}', { params: { path: { city, id } }, signal }));

export const photoAddress = (city: string, { id }: Posting): string =>
  `/api/v1/public/${city}/fund/postings/${id}/photo`;
