import type { TestApp } from '../../support/app.js';
import type { TestCity } from '../../support/city.js';
import { rowsOf } from '../../support/evidence.js';

/** Named invariants of a vote; each is a query that finds nothing. */
export const INVARIANTS = {
  'one ballot of a party stands': `SELECT party_id FROM ballot b WHERE NOT EXISTS (SELECT 1 FROM ballot n
      WHERE n.city_id = b.city_id AND n.replaces = b.id) GROUP BY assembly_id, party_id HAVING count(*) > 1`,
  'a ballot is replaced once, by one of its own party': `SELECT n.id FROM ballot n
      JOIN ballot b ON b.city_id = n.city_id AND b.id = n.replaces
      WHERE b.party_id <> n.party_id OR b.assembly_id <> n.assembly_id OR b.cast_at > n.cast_at`,
  'every voter is on the roll': `SELECT b.id FROM ballot b WHERE NOT EXISTS (SELECT 1 FROM roll_entry e
      WHERE e.city_id = b.city_id AND e.assembly_id = b.assembly_id AND e.party_id = b.party_id
        AND e.version = (SELECT max(version) FROM roll_version v WHERE v.city_id = b.city_id
          AND v.assembly_id = b.assembly_id))`,
  'every ballot was cast while the vote was open': `SELECT b.id FROM ballot b
      JOIN assembly_step n ON n.city_id = b.city_id AND n.assembly_id = b.assembly_id AND n.step = 'notice'
      LEFT JOIN assembly_step x ON x.city_id = b.city_id AND x.assembly_id = b.assembly_id AND x.step = 'extension'
      WHERE b.channel <> 'paper' AND b.cast_at >= coalesce(x.closes_at, n.closes_at)`,
  'a ballot answers every motion': `SELECT b.id FROM ballot b WHERE cardinality(b.answers) <> (SELECT count(*) FROM motion m
      WHERE m.city_id = b.city_id AND m.assembly_id = b.assembly_id AND m.withdrawn_at IS NULL)`,
  'a slip of paper is one ballot, of the party that it was issued to': `SELECT b.id FROM ballot b
      JOIN paper_slip s ON s.city_id = b.city_id AND s.id = b.slip_id WHERE s.party_id <> b.party_id`,
  'every ballot left its line': `SELECT b.id FROM ballot b WHERE b.channel <> 'paper' AND NOT EXISTS (SELECT 1 FROM audit_line l
      WHERE l.city_id = b.city_id AND l.action = 'ballot.cast' AND l.after ->> 'ballot' = b.id::text)`,
  'a resolution was adopted by a certified result': `SELECT r.id FROM resolution r WHERE NOT EXISTS (SELECT 1
      FROM assembly_result a WHERE a.city_id = r.city_id AND a.assembly_id = r.assembly_id)`,
} as const;

/** The invariants that do not hold in a city; there must never be one. */
export async function brokenIn(test: TestApp, city: TestCity): Promise<string[]> {
  const broken: string[] = [];
  for (const [name, text] of Object.entries(INVARIANTS)) {
    const rows = await rowsOf(test, city, text);
    if (rows.length > 0) broken.push(`${name}: ${rows.length}`);
  }
  return broken;
}
