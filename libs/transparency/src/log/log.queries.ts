import type { EntityManager } from 'typeorm';
import { completeNodes, type NodeAt, type Range } from '#libs/tally';
import { LogHead } from './log-head.entity.js';

/** The newest head, or null while nothing is sealed. */
export async function latestHead(manager: EntityManager, cityId: number): Promise<LogHead | null> {
  return manager.findOne(LogHead, { where: { cityId }, order: { size: 'DESC' } });
}

function nameOf({ level, position }: { readonly level: number; readonly position: number | string }): string {
  return `${level}/${position}`;
}

/** Reads the complete nodes of all the ranges in one statement, each by its key, however large the tree is. */
export async function readNodes(manager: EntityManager, cityId: number, ranges: readonly Range[]): Promise<NodeAt> {
  const places = ranges.flatMap(completeNodes);
  const rows = await manager.query<{ level: number; position: string; hash: Buffer | null }[]>(
    `SELECT place.level, place.position, CASE place.level
       WHEN 0 THEN (SELECT leaf_hash FROM log_leaf WHERE city_id = $1 AND leaf_index = place.position)
       ELSE (SELECT node.hash FROM log_node node
             WHERE node.city_id = $1 AND node.level = place.level AND node.position = place.position) END AS hash
     FROM unnest($2::smallint[], $3::bigint[]) AS place (level, position)`,
    [cityId, places.map(({ level }) => level), places.map(({ position }) => position)],
  );
  const hashes = new Map(rows.map((row) => [nameOf(row), row.hash]));
  return (place) => {
    const hash = hashes.get(nameOf(place));
    if (!hash) throw new Error(`the log of city ${cityId} lacks its node ${nameOf(place)}`);
    return hash;
  };
}
