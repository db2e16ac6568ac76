import { answerOf, api, given } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { Page } from '../../api/types.js';

type Schemas = components['schemas'];

export type Fund = Schemas['PublicFundResponse'];
export type Course = Schemas['PublicCourseResponse'];
export type FundEntry = Schemas['PublicEntry'];
export type OneEntry = Schemas['PublicEntryResponse'];
export type PublicSpending = Schemas['PublicSpending'];
export type PublicVoucher = Schemas['PublicVoucher'];
export type CheckedGift = Schemas['PublicGiftResponse'];
export type GiftWay = Schemas['GiftPathResponse'];

// What a city's fund answers to anybody, without sign-in.

export const readFund = (city: string, signal: AbortSignal): Promise<Fund> =>
  answerOf(api.GET('/api/v1/public/{city}/fund', { params: { path: { city } }, signal }));

export const readCourse = (city: string, signal: AbortSignal): Promise<Course> =>
  answerOf(api.GET('/api/v1/public/{city}/fund/course', { params: { path: { city } }, signal }));

export const listEntries = (
  city: string,
  asked: { readonly account: string; readonly after: string | undefined },
  signal: AbortSignal,
): Promise<Page<FundEntry>> =>
  answerOf(
    api.GET('/api/v1/public/{city}/fund/entries', {
      params: { path: { city }, query: given({ account: asked.account || undefined, after: asked.after, limit: 20 }) },
      signal,
    }),
  );

export const readEntry = (city: string, id: string, signal: AbortSignal): Promise<OneEntry> =>
  answerOf(api.GET('/api/v1/public/{city}/fund/entries/{id}', { params: { path: { city, id } }, signal }));

/** A certificate's number begins with the code of its city. */
export const cityOfGift = (number: string): string => number.split('-')[0] ?? '';

export const checkGift = (number: string, signal: AbortSignal): Promise<CheckedGift> =>
  answerOf(
    api.GET('/api/v1/public/{city}/fund/donations/{number}', {
      params: { path: { city: cityOfGift(number), number } },
      signal,
    }),
  );

export const followGift = (number: string, code: string): Promise<GiftWay> =>
  answerOf(
    api.GET('/api/v1/public/{city}/fund/donations/{number}/path', {
      params: { path: { city: cityOfGift(number), number }, header: { 'certificate-code': code } },
    }),
  );
