import { randomUUID } from 'node:crypto';
import { FundBooks, PublicationsService } from '#libs/fund';
import { PostingService } from '#libs/ledger';
import type { TestApp } from '../../../support/app.js';
import type { TestCity } from '../../../support/city.js';
import type { FundOfPlace } from '../bank.js';

type Disclosing = FundOfPlace & { readonly file: string };

const PERIOD = '2026-Q3';
const PUBLISHED = { period: PERIOD, publisher: '住房和城乡建设局' } as const;
const posted = (file: string): { place: string; onDay: string; fileId: string } => {
  return { place: '社区公告栏', onDay: '2026-10-08', fileId: file };
};

/** An entry of the fund in the quarter, so that there is something new to publish. */
async function anEntry(test: TestApp, { operator }: TestCity): Promise<void> {
  const book = await test.app.get(FundBooks).toKeep(operator);
  const lines = [
    { account: '1002:F7', amount: 100n, memo: null },
    { account: '4006:F7', amount: -100n, memo: null },
  ];
  const entry = { day: '2026-09-20', memo: '结息', key: randomUUID(), lines };
  await test.app.get(PostingService).post(operator, book, entry);
}

/** A published statement of the fund. @returns its id */
async function published(test: TestApp, { city }: FundOfPlace): Promise<string> {
  await anEntry(test, city);
  const book = await test.app.get(FundBooks).toKeep(city.operator);
  return test.app.get(PublicationsService).publish(city.operator, book, PERIOD, { publisher: PUBLISHED.publisher });
}

async function onBoard(test: TestApp, at: Disclosing): Promise<string> {
  const id = await published(test, at);
  const book = await test.app.get(FundBooks).toKeep(at.city.operator);
  return test.app.get(PublicationsService).post(at.city.operator, book, id, posted(at.file));
}

/** A row in every table of what is published. */
export async function disclosedIn(test: TestApp, at: Disclosing): Promise<void> {
  await onBoard(test, at);
}

interface DisclosureCallMade {
  readonly ids?: readonly string[];
  readonly query?: string;
  readonly body?: object;
}

type DisclosureCall = (at: Disclosing, who: unknown, test: TestApp) => DisclosureCallMade | Promise<DisclosureCallMade>;

/** How each route of disclosure is called. */
export const DISCLOSURE_CALLS = {
  'POST /fund/publications': async ({ city }, _, test) => {
    await anEntry(test, city);
    return { body: PUBLISHED };
  },
  'POST /fund/publications/:id/postings': async (at, _, test) => ({
    ids: [await published(test, at)],
    body: posted(at.file),
  }),
  'GET /public/:city/fund/calendar': ({ city }) => ({ ids: [city.code] }),
  'GET /public/:city/fund/statements/:period': ({ city }) => ({ ids: [city.code, PERIOD] }),
  'GET /public/:city/fund/statements/:period/table.xlsx': async (at, _, test) => ({
    ids: [at.city.code, PERIOD],
    query: `publication=${await published(test, at)}`,
  }),
  'GET /public/:city/fund/statements/:period/table.csv': ({ city }) => ({ ids: [city.code, PERIOD] }),
  'GET /public/:city/fund/publications/:id': async (at, _, test) => ({
    ids: [at.city.code, await published(test, at)],
  }),
  'GET /public/:city/fund/postings/:id/photo': async (at, _, test) => ({
    ids: [at.city.code, await onBoard(test, at)],
  }),
} as const satisfies Readonly<Record<string, DisclosureCall>>;
