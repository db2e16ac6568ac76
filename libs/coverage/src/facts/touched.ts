/** Whoever has a service paper of the same number as the compound `one.id`, now or once. */
const SAME_DOCUMENT = `SELECT array_agg(twin.compound_id) AS ids
  FROM service_mode_compound own
  JOIN service_mode s ON s.city_id = own.city_id AND s.id = own.service_mode_id
  JOIN service_mode t ON t.city_id = s.city_id AND t.document_number = s.document_number
  JOIN service_mode_compound twin ON twin.city_id = t.city_id AND twin.service_mode_id = t.id
  WHERE own.city_id = $1 AND own.compound_id = one.id`;

/** Whoever has a committee in common with the compound `one.id`, now or once. */
const SAME_BODY = `SELECT array_agg(twin.compound_id) AS ids
  FROM committee_compound own
  JOIN committee_compound twin ON twin.city_id = own.city_id AND twin.committee_id = own.committee_id
  WHERE own.city_id = $1 AND own.compound_id = one.id`;

/**
 * The compounds that a change at the named ones ($3) may touch, as a query `touched`: the named ones and those once
 * merged into them; with each, whoever shares a paper with it; and with each of these, whoever it was once merged into.
 * Mergers of all days and moments are followed, for it does no harm to judge a compound again; nor does an id that
 * comes twice. Each lookup gathers its own ids, so that it stays a lookup by key however few rows a small city has.
 */
export const TOUCHED = `one AS (
    SELECT unnest($3::uuid[]) AS id
    UNION ALL SELECT compound_id FROM compound_version WHERE city_id = $1 AND merged_into = ANY($3)
  ), sharing AS (
    SELECT id FROM one
    UNION ALL SELECT unnest(twins.ids) FROM one CROSS JOIN LATERAL (${SAME_DOCUMENT}) twins
    UNION ALL SELECT unnest(twins.ids) FROM one CROSS JOIN LATERAL (${SAME_BODY}) twins
  ), touched AS MATERIALIZED (
    SELECT id FROM sharing
    UNION ALL SELECT into_whom.id FROM sharing CROSS JOIN LATERAL (SELECT merged_into AS id FROM compound_version
      WHERE city_id = $1 AND compound_id = sharing.id AND merged_into IS NOT NULL) into_whom
  )`;

/** The companies that serve at a touched compound, or once did: a change of a company touches its compounds. */
export const SERVING = `SELECT DISTINCT unnest(serving.ids) AS id
  FROM touched CROSS JOIN LATERAL (SELECT array_agg(s.company_id) AS ids FROM service_mode_compound l
    JOIN service_mode s ON s.city_id = l.city_id AND s.id = l.service_mode_id
    WHERE l.city_id = $1 AND l.compound_id = touched.id AND s.company_id IS NOT NULL) serving`;
