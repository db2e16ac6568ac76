import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';

/** A vote whose papers have had their days. */
export interface DueVote {
  readonly id: string;
  readonly title: string;
  /** Somebody objects or sues: nothing of it goes. */
  readonly isHeld: boolean;
}

const DUE = `
  SELECT t.id, t.title, vote_is_held(t.city_id, t.id) AS "isHeld" FROM assembly t
  WHERE t.city_id = $1 AND vote_is_over(t.city_id, t.id, ($2::date)::timestamp AT TIME ZONE 'Asia/Shanghai')
    AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.city_id = t.city_id AND e.assembly_id = t.id)
  ORDER BY t.id`;

export async function dueVotes(manager: EntityManager, cityId: number, before: Day): Promise<readonly DueVote[]> {
  return manager.query<DueVote[]>(DUE, [cityId, before]);
}

/** Images of slips, letters of proxies and proofs of delivery; one that something else shows as well stays there. */
export async function filesOf(
  manager: EntityManager,
  cityId: number,
  assemblyId: string,
): Promise<readonly { readonly id: string; readonly sha256: string }[]> {
  return manager.query<{ id: string; sha256: string }[]>(
    `SELECT f.id, f.sha256 FROM file f WHERE f.city_id = $1 AND f.id IN (
       SELECT file_id FROM paper_batch WHERE city_id = $1 AND assembly_id = $2
       UNION SELECT file_id FROM delivery WHERE city_id = $1 AND assembly_id = $2 AND file_id IS NOT NULL
       UNION SELECT file_id FROM proxy WHERE city_id = $1 AND assembly_id = $2 AND file_id IS NOT NULL)
     ORDER BY f.id`,
    [cityId, assemblyId],
  );
}
