import type { DescribedSubject, DescribeSubjects } from './grant-subjects.js';

/** Names and places compounds by their newest version; one that has no place yet lies in the city as a whole. */
export const describeCompounds: DescribeSubjects = async (manager, cityId, ids) => {
  const rows = await manager.query<{ id: string; name: string; path: string | null }[]>(
    `SELECT DISTINCT ON (v.compound_id) v.compound_id AS id, v.name, a.path
     FROM compound_version v LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
     WHERE v.city_id = $1 AND v.compound_id = ANY($2::uuid[]) AND v.superseded_at IS NULL
     ORDER BY v.compound_id, v.valid_from DESC`,
    [cityId, ids],
  );
  return rows.map(({ id, name, path }): DescribedSubject => ({ id, name, paths: path === null ? [] : [path] }));
};
