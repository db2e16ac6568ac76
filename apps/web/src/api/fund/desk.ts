import { answerOf, api, download, given, sendForm } from '../client.js';
import type { components } from '../schema.js';
import type { Page } from '../types.js';

type Schemas = components['schemas'];

export type FundBook = Schemas['FundBookResponse'];
export type FundAccount = Schemas['FundAccount'];
export type BookEntry = Schemas['BookEntry'];
export type TrialBalance = Schemas['TrialBalanceResponse'];
export type StatementReport = Schemas['StatementReportResponse'];
export type Statement = Schemas['BankStatementResponse'];
export type Matching = Schemas['MatchingResponse'];
export type BankRow = Schemas['OpenRowResponse'];
export type BankEntry = Schemas['OpenEntryResponse'];
export type Proposal = Schemas['MatchProposal'];
export type Match = Schemas['MatchResponse'];
export type Hold = Schemas['FundHoldResponse'];
export type Month = Schemas['FundMonth'];
export type Reconciliation = Schemas['ReconciliationOfMonthResponse'];

type Paged = { readonly book: string; readonly after: string | undefined };

export const listBooks = (signal: AbortSignal): Promise<Page<FundBook>> =>
  answerOf(api.GET('/api/v1/fund/books', { params: { query: { limit: 200 } }, signal }));

export const listAccounts = async (book: string, signal: AbortSignal): Promise<readonly FundAccount[]> =>
  (await answerOf(api.GET('/api/v1/fund/accounts', { params: { query: { book } }, signal }))).items;

export const readTrialBalance = (book: string, at: string, signal: AbortSignal): Promise<TrialBalance> =>
  answerOf(api.GET('/api/v1/fund/trial-balance', { params: { query: given({ book, at }) }, signal }));

export const listBookEntries = (asked: Paged & { account: string }, signal: AbortSignal): Promise<Page<BookEntry>> =>
  answerOf(api.GET('/api/v1/fund/entries', { params: { query: given({ ...asked, limit: 30 }) }, signal }));

export const listStatements = (asked: Paged, signal: AbortSignal): Promise<Page<Statement>> =>
  answerOf(api.GET('/api/v1/fund/statements', { params: { query: given({ ...asked, limit: 20 }) }, signal }));

export function sendStatement(book: string, account: string, file: File): Promise<StatementReport> {
  const body = new FormData();
  body.append('book', book);
  body.append('account', account);
  body.append('file', file);
  return sendForm('/api/v1/fund/statements', body);
}

export const readMatching = (book: string, signal: AbortSignal): Promise<Matching> =>
  answerOf(api.GET('/api/v1/fund/matching', { params: { query: { book } }, signal }));

export const listMatches = (asked: Paged, signal: AbortSignal): Promise<Page<Match>> =>
  answerOf(api.GET('/api/v1/fund/matches', { params: { query: given({ ...asked, limit: 20 }) }, signal }));

export const makeMatch = (body: Schemas['MatchRequest']): Promise<unknown> =>
  answerOf(api.POST('/api/v1/fund/matches', { body }));

export const undoMatch = (id: string, reason: string): Promise<unknown> =>
  answerOf(api.POST('/api/v1/fund/matches/{id}/undoing', { params: { path: { id } }, body: { reason } }));

export const enterRow = (id: string, body: Schemas['RowEntryRequest']): Promise<unknown> =>
  answerOf(api.POST('/api/v1/fund/statement-rows/{id}/entry', { params: { path: { id } }, body }));

export const listHolds = (asked: Paged, signal: AbortSignal): Promise<Page<Hold>> =>
  answerOf(api.GET('/api/v1/fund/holds', { params: { query: given({ ...asked, limit: 30 }) }, signal }));

/** The same key sets the amount aside once, however often it is sent. */
export const holdAmount = (body: Schemas['FundHoldRequest'], key: string): Promise<unknown> =>
  answerOf(api.POST('/api/v1/fund/holds', { params: { header: { 'idempotency-key': key } }, body }));

export const releaseAmount = (id: string, reason: string): Promise<unknown> =>
  answerOf(api.POST('/api/v1/fund/holds/{id}/release', { params: { path: { id } }, body: { reason } }));

export const postEntry = (body: Schemas['EntryRequest'], key: string): Promise<unknown> =>
  answerOf(api.POST('/api/v1/fund/entries', { params: { header: { 'idempotency-key': key } }, body }));

export const listMonths = async (book: string, signal: AbortSignal): Promise<readonly Month[]> =>
  (await answerOf(api.GET('/api/v1/fund/months', { params: { query: { book } }, signal }))).items;

export interface MonthTurn {
  readonly month: string;
  readonly step: 'closing' | 'reopening';
}

export const turnMonth = ({ month, step }: MonthTurn, body: Schemas['MonthClosingRequest']): Promise<unknown> => {
  const given = { params: { path: { month } }, body };
  return answerOf(
    step === 'closing'
      ? api.POST('/api/v1/fund/months/{month}/closing', given)
      : api.POST('/api/v1/fund/months/{month}/reopening', given),
  );
};

export const readReconciliation = (book: string, month: string, signal: AbortSignal): Promise<Reconciliation> =>
  answerOf(
    api.GET('/api/v1/fund/reconciliations/{month}', { params: { path: { month }, query: given({ book }) }, signal }),
  );

export const downloadReconciliation = (book: string, month: string, fileName: string): Promise<void> =>
  download(`/api/v1/fund/reconciliations/${month}/table.xlsx`, fileName, given({ book }));
