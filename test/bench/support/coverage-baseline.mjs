/**
 * One hand-written statement that computes only the four rates (strict) of every node of the tree as of a day: the
 * floor that the audit is measured against. It gives no reasons, no states and no other basis. Compounds are counted
 * per leaf before they are added up the tree, and each company once per node, which is the quickest form we found.
 */
export const COVERAGE_BASELINE = `
WITH RECURSIVE ancestry AS (
  SELECT id, id AS ancestor, parent_id FROM area WHERE city_id = $1
  UNION ALL
  SELECT x.id, a.id, a.parent_id FROM ancestry x JOIN area a ON a.city_id = $1 AND a.id = x.parent_id
), signs AS (
  SELECT compound_id, max(on_day) AS last FROM service_sign
  WHERE city_id = $1 AND on_day <= $2 AND superseded_at IS NULL GROUP BY compound_id
), company_party AS (
  SELECT DISTINCT subject_id FROM party_organisation
  WHERE city_id = $1 AND superseded_at IS NULL AND subject_kind = 'company' AND kind <> 'instructor'
    AND effective_from <= $2 AND effective_to >= $2 AND issued_on > $2::date - interval '12 months'
    AND (kind <> 'own' OR member_count >= 3)
), body_party AS (
  SELECT DISTINCT subject_id FROM party_organisation
  WHERE city_id = $1 AND superseded_at IS NULL AND subject_kind = 'committee' AND kind <> 'instructor'
    AND effective_from <= $2 AND effective_to >= $2 AND issued_on > $2::date - interval '12 months'
    AND (kind <> 'own' OR member_count >= 3)
), facts AS (
  SELECT c.area_id, g.last >= $2::date - 90 AS c1, b.record_id IS NOT NULL AS c2,
    CASE WHEN b.record_id IS NOT NULL THEN o.subject_id IS NOT NULL END AS c3,
    CASE WHEN s.effective_to >= $2 OR g.last >= $2::date - 90 THEN s.company_id END AS company_id,
    p.subject_id IS NOT NULL AS party
  FROM compound_version c
  LEFT JOIN (service_mode_compound l JOIN service_mode s ON s.city_id = $1 AND s.id = l.service_mode_id
      AND s.superseded_at IS NULL AND s.effective_from <= $2)
    ON l.city_id = $1 AND l.compound_id = c.compound_id
  LEFT JOIN signs g ON g.compound_id = c.compound_id AND s.id IS NOT NULL
  LEFT JOIN company_party p ON p.subject_id = s.company_id
  LEFT JOIN (committee_compound k JOIN committee b ON b.city_id = $1 AND b.id = k.committee_id
      AND b.superseded_at IS NULL AND b.effective_from <= $2 AND b.effective_to >= $2
      AND b.members * 2 >= b.seats AND b.last_activity_on > $2::date - interval '6 months')
    ON k.city_id = $1 AND k.compound_id = c.compound_id
  LEFT JOIN body_party o ON o.subject_id = b.record_id
  WHERE c.city_id = $1 AND c.status = 'in-use' AND c.valid_from <= $2 AND (c.valid_to IS NULL OR c.valid_to > $2)
    AND c.superseded_at IS NULL
), leaves AS (
  SELECT area_id, count(*) AS total, count(*) FILTER (WHERE c1) AS c1, count(*) FILTER (WHERE c2) AS c2,
    count(c3) AS c3_of, count(*) FILTER (WHERE c3) AS c3, count(*) FILTER (WHERE company_id IS NOT NULL AND party) AS c4b
  FROM facts GROUP BY area_id
), projects AS (
  SELECT DISTINCT area_id, company_id, party FROM facts WHERE company_id IS NOT NULL
), companies AS (
  SELECT ancestor, count(*) AS c4a_of, count(*) FILTER (WHERE party) AS c4a
  FROM (SELECT DISTINCT x.ancestor, p.company_id, p.party FROM projects p JOIN ancestry x ON x.id = p.area_id) AS each
  GROUP BY ancestor
), nodes AS (
  SELECT x.ancestor, sum(total) AS total, sum(c1) AS c1, sum(c2) AS c2, sum(c3_of) AS c3_of, sum(c3) AS c3, sum(c4b) AS c4b
  FROM leaves f JOIN ancestry x ON x.id = f.area_id GROUP BY x.ancestor
)
SELECT n.*, coalesce(c.c4a_of, 0) AS c4a_of, coalesce(c.c4a, 0) AS c4a
FROM nodes n LEFT JOIN companies c ON c.ancestor = n.ancestor`;
