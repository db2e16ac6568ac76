import { rowsOf } from '#libs/platform';
import type { AreaNode } from '../domain/area-index.js';
import type { Source } from './moment.js';

/** The areas that are open on the day, parents before their children. */
export async function openAreas({ manager, cityId, moment }: Source): Promise<readonly AreaNode[]> {
  const text = `SELECT id, code, name, level, path, parent_id FROM area
    WHERE city_id = $1 AND (opened_on IS NULL OR opened_on <= $2) AND (closed_on IS NULL OR closed_on > $2)
    ORDER BY path, id`;
  const rows = await rowsOf(manager, { name: 'coverage-areas', text, values: [cityId, moment.asOf] });
  return rows.map(([id, code, name, level, path, parentId]) => ({
    id: id as string,
    code: code as string,
    name: name as string,
    level: level as string,
    path: path as string,
    parentId: parentId ?? null,
  }));
}
