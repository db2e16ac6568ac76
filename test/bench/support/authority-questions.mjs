/** A seeded series, so that every run asks the same. @returns a whole number below the one given */
function series(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const FIRST_DAY = Date.parse('2024-12-01');
const DAYS = Array.from({ length: 710 }, (_, n) => new Date(FIRST_DAY + n * 86_400_000).toISOString().slice(0, 10));

/**
 * Random questions about past days, each as of its end: half of them about a compound in the area of the body that is
 * asked about, half about any. None of the bodies is the origin of a power.
 */
export function questionsAbout({ powers, bodies, places, count }) {
  const next = series(20_261_127);
  const any = (list) => list[next(list.length)];
  const own = new Map(bodies.map((body) => [body, places.filter((place) => place.startsWith(body.path))]));
  return Array.from({ length: count }, () => {
    const body = any(bodies);
    const on = any(DAYS);
    const placePath = any(next(2) === 0 ? places : own.get(body));
    return { power: any(powers), body, placePath, on, at: Date.parse(`${on}T23:59:59.999+08:00`), amountFen: null };
  });
}

/** The same question as one statement: the number of the grant whose whole chain was in force, or no row. */
export const AUTHORITY_IN_SQL = {
  name: 'authority',
  text: `SELECT d.document_number FROM delegation d
    JOIN area held ON held.city_id = d.city_id AND held.id = d.area_id
    WHERE d.city_id = 1 AND d.to_area_id = $1 AND d.power_code = $2 AND starts_with($3, held.path)
      AND (SELECT bool_and(link.accepted_at IS NOT NULL AND link.accepted_at <= $5
          AND (link.ended_at IS NULL OR link.ended_at > $5)
          AND link.effective_from <= $4 AND (link.effective_to IS NULL OR link.effective_to >= $4))
        FROM delegation link WHERE link.city_id = 1 AND link.id = ANY (d.chain))
    LIMIT 1`,
  of: ({ power, body, placePath, on, at }) => [body.areaId, power.code, placePath, on, new Date(at)],
};
