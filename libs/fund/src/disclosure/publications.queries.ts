import { dayInShanghai, type Day } from '#libs/kernel';
import type { LedgerBook } from '#libs/ledger';
import { rowsOf } from '#libs/platform';
import { In, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { Proof } from '../domain/disclosure/calendar.js';
import { DisclosurePosting } from './disclosure-posting.entity.js';
import { DisclosurePublication } from './disclosure-publication.entity.js';

/** A publication with where it hung on paper. */
export interface Published {
  readonly publication: DisclosurePublication;
  readonly postings: readonly DisclosurePosting[];
}

/** Publications of a city's book in the order in which they were made, each with its postings. */
export async function publishedOf(
  manager: EntityManager,
  { cityId, id: bookId }: LedgerBook,
  which: Pick<FindOptionsWhere<DisclosurePublication>, 'id' | 'period'> = {},
): Promise<readonly Published[]> {
  const where = { ...which, cityId, bookId };
  const publications = await manager.find(DisclosurePublication, { where, order: { id: 'ASC' } });
  const publicationId = In(publications.map(({ id }) => id));
  const postings = await manager.find(DisclosurePosting, { where: { cityId, publicationId }, order: { id: 'ASC' } });
  return publications.map((publication) => ({
    publication,
    postings: postings.filter((each) => each.publicationId === publication.id),
  }));
}

/** Every day on which a period is proven to have been public: on the page, or on paper. */
export function proofsOf(published: readonly Published[]): readonly Proof[] {
  return published.flatMap(({ publication: { period, onDay }, postings }) =>
    [{ onDay }, ...postings].map((each): Proof => ({ period, onDay: each.onDay })),
  );
}

/** The day of the earliest entry of a book: from its period on there is something to tell. */
export async function firstDayOf(manager: EntityManager, { cityId, id }: LedgerBook): Promise<Day | null> {
  const text = 'SELECT min(l.day)::text FROM ledger_line l WHERE l.city_id = $1 AND l.book_id = $2';
  const [row] = await rowsOf(manager, { text, values: [cityId, id] });
  return row?.[0] ?? null;
}

/** The calendar day on which somebody recorded something. */
export const recordedOn = ({ by }: DisclosurePosting): Day => dayInShanghai(by.at);
