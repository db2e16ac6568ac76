import type { EntityManager } from 'typeorm';
import { SELECT_STIPENDS } from '../stipends/stipends.service.js';
import type { OwnersBodyResponse } from './owners-bodies.dto.js';

/** The newest so many of each kind are listed for owners. */
const SHOWN = 30;

const SEALS = `
  SELECT s.committee_id AS "committeeId", s.inscription, (SELECT c.holder FROM committee_seal_custody c
    WHERE c.city_id = s.city_id AND c.seal_id = s.id ORDER BY c.id DESC LIMIT 1) AS holder
  FROM committee_seal s WHERE s.city_id = $1 AND s.committee_id = ANY($2::uuid[]) ORDER BY s.id`;

/** What was sealed, and how many agreed; the papers themselves stay with the office. */
const USES = `
  SELECT * FROM (
    SELECT r.committee_id AS "committeeId", u.on_day::text AS "onDay", s.inscription, r.paper, r.members,
      (SELECT count(*)::int FROM committee_seal_consent c WHERE c.city_id = r.city_id AND c.request_id = r.id
        AND c.agrees) AS agreed, row_number() OVER (PARTITION BY r.committee_id ORDER BY r.id DESC) AS turn
    FROM committee_seal_use u
    JOIN committee_seal_request r ON r.city_id = u.city_id AND r.id = u.request_id
    JOIN committee_seal s ON s.city_id = r.city_id AND s.id = r.seal_id
    WHERE u.city_id = $1 AND r.committee_id = ANY($2::uuid[])) used
  WHERE turn <= ${SHOWN} ORDER BY turn`;

type Papers = Pick<OwnersBodyResponse, 'seals' | 'sealUses' | 'stipends'>;
type Owned<T> = T & { readonly committeeId: string };

/** Seals with what they were put on, and stipends, of several bodies. @returns what is to be told of one of them */
export async function postedPapers(
  manager: EntityManager,
  cityId: number,
  ids: readonly string[],
): Promise<(id: string) => Papers> {
  const asked = [cityId, ids];
  const seals = await manager.query<Owned<Papers['seals'][number]>[]>(SEALS, asked);
  const uses = await manager.query<Owned<Papers['sealUses'][number]>[]>(USES, asked);
  const paid = await manager.query<Owned<Papers['stipends'][number]>[]>(
    `${SELECT_STIPENDS} AND p.committee_id = ANY($2::uuid[]) ORDER BY p.id DESC LIMIT ${SHOWN * 10}`,
    asked,
  );
  const of = <T>(rows: readonly Owned<T>[], id: string): Owned<T>[] => rows.filter((row) => row.committeeId === id);
  return (id) => ({
    seals: of(seals, id).map(({ inscription, holder }) => ({ inscription, holder })),
    sealUses: of(uses, id).map(({ onDay, inscription, paper, agreed, members }) => {
      return { onDay, inscription, paper, agreed, members };
    }),
    stipends: of(paid, id).map(({ name, amountFen, period, paidOn, resolution }) => {
      return { name, amountFen, period, paidOn, resolution };
    }),
  });
}
