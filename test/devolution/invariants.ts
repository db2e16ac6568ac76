import { STANDARD_EDITION } from '#libs/devolution';
import type { TestApp } from '../support/app.js';
import type { TestCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';

/**
 * Papers, of all there are, without a grant in force when they were issued. Each stands on the chain of a delegation
 * of its own power to its own office, every link accepted, not ended and in its days, or its office is the origin.
 */
export async function actsWithoutGrant(test: TestApp, city: TestCity): Promise<number> {
  const origins = STANDARD_EDITION.flatMap(({ code, origin }) => origin.map((level) => `${code} ${level}`));
  const [row] = await rowsOf<{ count: number }>(
    test,
    city,
    `SELECT count(*)::int AS count FROM act_issue i
     JOIN act a ON a.city_id = i.city_id AND a.id = i.id
     JOIN area office ON office.city_id = i.city_id AND office.id = a.body_area_id
     LEFT JOIN delegation own ON own.city_id = i.city_id AND own.id = i.chain[cardinality(i.chain)]
     WHERE CASE WHEN cardinality(i.chain) = 0 THEN a.power_code || ' ' || office.level <> ALL ($1)
       ELSE (own.chain = i.chain AND own.power_code = a.power_code AND own.to_area_id = a.body_area_id) IS NOT TRUE
         OR EXISTS (SELECT FROM unnest(i.chain) AS link
           LEFT JOIN delegation d ON d.city_id = i.city_id AND d.id = link
           WHERE (d.accepted_at <= i.issued_at AND (d.ended_at IS NULL OR d.ended_at > i.issued_at)
             AND i.issued_on BETWEEN d.effective_from AND coalesce(d.effective_to, 'infinity')) IS NOT TRUE) END`,
    [origins],
  );
  return row?.count ?? -1;
}
