/**
 * One hand-written statement that computes only the four rates (strict) of every node of the tree as of a day: the
 * floor that the audit is measured against. It gives no reasons, no states and no other basis.
 */
export const COVERAGE_BASELINE = `
WITH RECURSIVE ancestry AS (
  SELECT id, id AS ancestor, parent_id FROM area WHERE city_id = $1
  UNION ALL
  SELECT x.id, a.id, a.parent_id FROM ancestry x JOIN area a ON a.city_id = $1 AND a.id = x.parent_id
), compounds AS (
  SELECT compound_id, area_id FROM compound_version
  WHERE city_id = $1 AND status = 'in-use' AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2) AND superseded_at IS NULL
), signs AS (
  SELECT compound_id, max(on_day) AS last FROM service_sign WHERE city_id = $1 AND on_day <= $2 AND superseded_at IS NULL GROUP BY compound_id
), company_party AS (
  SELECT DISTINCT subject_id FROM party_organisation
  WHERE city_id = $1 AND superseded_at IS NULL AND subject_kind = 'company' AND kind <> 'instructor' AND effective_from <= $2
    AND effective_to >= $2 AND issued_on >= $2::date - interval '12 months' AND (kind <> 'own' OR member_count >= 3)
), service AS (
  SELECT l.compound_id, s.company_id, g.last >= $2::date - 90 AS seen, s.effective_to >= $2 AS running, p.subject_id IS NOT NULL AS party
  FROM service_mode_compound l
  JOIN service_mode s ON s.city_id = l.city_id AND s.id = l.service_mode_id AND s.superseded_at IS NULL AND s.effective_from <= $2
  LEFT JOIN signs g ON g.compound_id = l.compound_id
  LEFT JOIN company_party p ON p.subject_id = s.company_id
  WHERE l.city_id = $1
), body AS (
  SELECT l.compound_id, c.record_id,
    EXISTS (SELECT 1 FROM party_organisation p WHERE p.city_id = $1 AND p.subject_id = c.record_id AND p.superseded_at IS NULL
      AND p.kind <> 'instructor' AND p.effective_from <= $2 AND p.effective_to >= $2
      AND p.issued_on >= $2::date - interval '12 months' AND (p.kind <> 'own' OR p.member_count >= 3)) AS party
  FROM committee_compound l JOIN committee c ON c.city_id = l.city_id AND c.id = l.committee_id
  WHERE l.city_id = $1 AND c.superseded_at IS NULL AND c.effective_from <= $2 AND c.effective_to >= $2
    AND c.members * 2 >= c.seats AND c.last_activity_on >= $2::date - interval '6 months'
), facts AS (
  SELECT c.area_id, s.seen AS c1, b.compound_id IS NOT NULL AS c2, b.party AS c3,
    (s.seen OR s.running) AND s.party AS c4b, CASE WHEN s.seen OR s.running THEN s.company_id END AS company_id, s.party
  FROM compounds c LEFT JOIN service s ON s.compound_id = c.compound_id LEFT JOIN body b ON b.compound_id = c.compound_id
)
SELECT x.ancestor, count(*) AS total, count(*) FILTER (WHERE f.c1) AS c1, count(*) FILTER (WHERE f.c2) AS c2,
  count(f.c3) AS c3_of, count(*) FILTER (WHERE f.c3) AS c3, count(*) FILTER (WHERE f.c4b) AS c4b,
  count(DISTINCT f.company_id) AS c4a_of, count(DISTINCT f.company_id) FILTER (WHERE f.party) AS c4a
FROM facts f JOIN ancestry x ON x.id = f.area_id
GROUP BY x.ancestor`;
