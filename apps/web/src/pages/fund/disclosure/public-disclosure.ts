import { answerOf, api, download, given } from '../../../api/client.js';
import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];

export type Calendar = Schemas['PublicCalendarResponse'];
export type Duty = Schemas['PublicDuty'];
export type Publication = Schemas['PublicPublication'];
export type Correction = Schemas['PublicCorrection'];
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

/** A statement as a file: as it was published, or what the books say now. */
export function downloadStatement(
  {
    city,
    period,
    ending,
    publication,
  }: {
    readonly city: string;
    readonly period: string;
    readonly ending: 'xlsx' | 'csv';
    readonly publication: string | undefined;
  },
  title: string,
): Promise<void> {
  const path = `/api/v1/public/${city}/fund/statements/${period}/table.${ending}`;
  return download(path, `${title}.${ending}`, given({ publication }));
}
