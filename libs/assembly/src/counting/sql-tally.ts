import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CountedChoice } from '../domain/counting/agreement.js';
import type { CountedMotion } from '../domain/counting/count.js';

/**
 * The second tally, written apart from the first: sums and verdicts of every choice that can be adopted, from the raw
 * ballots, in one statement, with the article's own numbers (民法典第二百七十八条第二款) and by cross-multiplication.
 */
const TALLY = `
  WITH everybody AS (
    SELECT party_id, heads, weight FROM roll_entry WHERE city_id = $1 AND assembly_id = $2 AND version = $3),
  electorate AS (
    SELECT coalesce(sum(heads), 0)::numeric AS heads, coalesce(sum(weight), 0)::numeric AS weight FROM everybody),
  answers AS (
    SELECT a.place, a.answer, e.heads, e.weight FROM ballot b
    JOIN everybody e ON e.party_id = b.party_id
    CROSS JOIN LATERAL unnest(b.answers) WITH ORDINALITY AS a(answer, place)
    WHERE b.city_id = $1 AND b.assembly_id = $2 AND NOT EXISTS (SELECT 1 FROM ballot n
      WHERE n.city_id = $1 AND n.assembly_id = $2 AND n.party_id = b.party_id AND n.replaces = b.id)
      AND b.id NOT IN (SELECT d.ballot_id FROM ballot_dissent d
        WHERE d.city_id = $1 AND d.assembly_id = $2 AND d.ended_at IS NULL)),
  summed AS (
    SELECT place, answer, sum(heads)::numeric AS heads, sum(weight)::numeric AS weight
    FROM answers GROUP BY place, answer),
  asked AS (
    SELECT a.place, a.choice, a.is_special
    FROM unnest($4::int[], $5::text[], $6::boolean[]) AS a(place, choice, is_special)),
  sums AS (
    SELECT q.place, q.choice, q.is_special,
      coalesce(sum(s.heads) FILTER (WHERE q.choice = ANY(string_to_array(s.answer, ','))), 0) AS heads,
      coalesce(sum(s.weight) FILTER (WHERE q.choice = ANY(string_to_array(s.answer, ','))), 0) AS weight,
      coalesce(sum(s.heads) FILTER (WHERE $7 OR s.answer <> 'invalid'), 0) AS part_heads,
      coalesce(sum(s.weight) FILTER (WHERE $7 OR s.answer <> 'invalid'), 0) AS part_weight
    FROM asked q LEFT JOIN summed s ON s.place = q.place GROUP BY q.place, q.choice, q.is_special)
  SELECT s.place, s.choice, s.heads::int AS heads, s.weight::text AS weight, s.part_heads::int AS "takenPartHeads",
    s.part_weight::text AS "takenPartWeight",
    (s.part_heads > 0 AND s.part_weight > 0 AND 3 * s.part_heads >= 2 * e.heads AND 3 * s.part_weight >= 2 * e.weight
      AND CASE WHEN s.is_special THEN 4 * s.heads >= 3 * s.part_heads AND 4 * s.weight >= 3 * s.part_weight
        ELSE 2 * s.heads > s.part_heads AND 2 * s.weight > s.part_weight END) AS "isAdopted"
  FROM sums s CROSS JOIN electorate e ORDER BY s.place, s.choice`;

export interface SqlTallyInput {
  readonly cityId: number;
  readonly assemblyId: string;
  readonly version: number;
  readonly motions: readonly (CountedMotion & { readonly isSpecial: boolean })[];
  readonly invalidTakesPart: boolean;
}

const PLAIN = ['for', 'against', 'abstain'];

/** The choices of a motion that can be adopted. */
function choicesOf({ kind, offered, candidates }: CountedMotion): readonly string[] {
  if (kind === 'election') return candidates.map(({ key }) => key);
  return kind === 'plain' ? ['for'] : offered.filter((each) => !PLAIN.includes(each));
}

/** Counts in the database, so that no mistake of one tally is a mistake of both. */
@Injectable()
export class SqlTally {
  async count(manager: EntityManager, input: SqlTallyInput): Promise<readonly CountedChoice[]> {
    const { cityId, assemblyId, version, motions, invalidTakesPart } = input;
    const asked = motions.flatMap((motion, at) =>
      choicesOf(motion).map((choice) => ({ place: at + 1, choice, isSpecial: motion.isSpecial })),
    );
    return manager.query<CountedChoice[]>(TALLY, [
      ...[cityId, assemblyId, version, asked.map(({ place }) => place), asked.map(({ choice }) => choice)],
      ...[asked.map(({ isSpecial }) => isSpecial), invalidTakesPart],
    ]);
  }
}
