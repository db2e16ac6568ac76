import type { Day } from '#libs/kernel';
import { In, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { ShownQuarter } from '../../domain/common-revenue/duties.js';
import { CommonRevenueNotice } from '../tables/common-revenue-notice.entity.js';
import { CommonRevenuePublication } from '../tables/common-revenue-publication.entity.js';

/** A publication with where it hung on paper. */
export interface PublishedStatement {
  readonly publication: CommonRevenuePublication;
  readonly notices: readonly CommonRevenueNotice[];
}

/** In the order in which they were made. */
export async function publishedOf(
  manager: EntityManager,
  cityId: number,
  which: Pick<FindOptionsWhere<CommonRevenuePublication>, 'id' | 'period' | 'compoundId'>,
): Promise<readonly PublishedStatement[]> {
  const publications = await manager.find(CommonRevenuePublication, {
    ...{ where: { ...which, cityId }, order: { id: 'ASC' } },
  });
  const publicationId = In(publications.map(({ id }) => id));
  const notices = await manager.find(CommonRevenueNotice, { where: { cityId, publicationId }, order: { id: 'ASC' } });
  return publications.map((publication) => ({
    publication,
    notices: notices.filter((each) => each.publicationId === publication.id),
  }));
}

export function shownOf(published: readonly PublishedStatement[]): readonly ShownQuarter[] {
  return published.flatMap(({ publication: { period }, notices }) => notices.map(({ onDay }) => ({ period, onDay })));
}

/** The day of the first entry of a compound's book; null while there is none. */
export async function firstDayOf(manager: EntityManager, cityId: number, compoundId: string): Promise<Day | null> {
  const [row] = await manager.query<{ day: Day | null }[]>(
    `SELECT min(e.day)::text AS day FROM ledger_book b JOIN ledger_entry e ON e.city_id = b.city_id AND e.book_id = b.id
     WHERE b.city_id = $1 AND b.kind = 'common-revenue' AND b.compound_id = $2`,
    [cityId, compoundId],
  );
  return row?.day ?? null;
}
