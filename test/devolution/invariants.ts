import type { TestApp } from '../support/app.js';
import type { TestCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';

/**
 * Papers that stand on a delegation which was not in force when they were issued: not accepted yet, ended already, or
 * outside its days. There must never be one.
 */
export async function actsWithoutGrant(test: TestApp, city: TestCity): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    test,
    city,
    `SELECT count(*)::int AS count FROM act_issue i CROSS JOIN LATERAL unnest(i.chain) AS link
     LEFT JOIN delegation d ON d.city_id = i.city_id AND d.id = link
     WHERE d.id IS NULL OR d.accepted_at IS NULL OR d.accepted_at > i.issued_at OR d.ended_at <= i.issued_at
       OR i.issued_on < d.effective_from OR i.issued_on > d.effective_to`,
  );
  return row?.count ?? -1;
}
