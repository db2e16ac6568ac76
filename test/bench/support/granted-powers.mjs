import pg from 'pg';

/** Half of the grants are predecessors that are over; the last day of a period, or none. */
const PERIODS = [
  { from: '2025-01-01', to: '2025-12-31' },
  { from: '2026-01-01', to: null },
];
/** Communities of each sub-district that hold powers too, from their sub-district. */
const COMMUNITIES = 3;
/** Of every so many grants one was revoked after a while, and one never accepted. */
const GAP = { revoked: 37, unaccepted: 101 };

const CITY_ID = 1;

/**
 * Hands every power to every sub-district and some communities of each in both periods: those of sub-districts come
 * from the county, those of communities rest on them. Written by the owner, since handing down 13,000 powers one by one
 * is not what is measured.
 * @returns {Promise<number>} how many
 */
export async function grantPowers(ownerUrl, powerCodes) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const { rows: areas } = await owner.query(
    `SELECT id, code, parent_id, level FROM area WHERE city_id = $1 ORDER BY path`,
    [CITY_ID],
  );
  const grants = grantsOf(areas, powerCodes);
  await owner.query('BEGIN; SET LOCAL session_replication_role = replica');
  await owner.query('INSERT INTO delegation SELECT * FROM json_populate_recordset(null::delegation, $1)', [
    JSON.stringify(grants),
  ]);
  await owner.query('COMMIT');
  await owner.query('VACUUM ANALYZE delegation');
  await owner.end();
  return grants.length;
}

function grantsOf(areas, powerCodes) {
  const townships = areas.filter(({ level }) => level === 'township');
  const villages = areas.filter(({ level, code }) => level === 'village' && Number(code.slice(-3)) <= COMMUNITIES);
  const grants = [];
  for (const power of powerCodes) {
    for (const period of PERIODS) {
      const add = (to, chain) => {
        const grant = grantOf(grants.length + 1, { power, period, to, chain });
        grants.push(grant);
        return grant;
      };
      const ofTownship = new Map(townships.map((to) => [to.id, add(to, [])]));
      for (const to of villages) add(to, ofTownship.get(to.parent_id).chain);
    }
  }
  return grants;
}

function grantOf(n, { power, period, to, chain }) {
  const id = `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
  const isAccepted = n % GAP.unaccepted !== 0;
  const isRevoked = isAccepted && n % GAP.revoked === 0;
  const year = period.from.slice(0, 4);
  return {
    ...{ city_id: CITY_ID, id, power_code: power, chain: [...chain, id] },
    ...{ from_area_id: to.parent_id, to_area_id: to.id, area_id: to.id },
    ...{ effective_from: period.from, effective_to: period.to, legal_mode: 'STATUTORY_DIRECT' },
    ...{ document_number: `建〔${year}〕${n}号`, issued_by: 'county', published_on: period.from },
    ...{ granted_at: `${period.from}T08:00:00+08:00`, granted_by: 'bench' },
    accepted_at: isAccepted ? `${period.from}T09:00:00+08:00` : null,
    ended_at: isRevoked ? `${year}-05-20T15:00:00+08:00` : null,
    ended_on: isRevoked ? `${year}-05-20` : null,
  };
}
