import pg from 'pg';

/** Of every so many compounds one has this gap; prime numbers, so that gaps meet in every way. */
const GAP = { noService: 101, ended: 97, unseen: 83, noBody: 53, termOver: 89, noParty: 71 };

/**
 * Fills a benchmark's database with synthetic cities: written by the owner, with foreign keys and the exclusion of
 * overlaps put off till the end, since 300,000 compounds through the app's own door would take longer than all that
 * is measured. What the cities hold is the same.
 */
export async function fillCities(ownerUrl, cities) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const overlap = 'compound_version_one_at_a_time';
  await owner.query('BEGIN; SET LOCAL session_replication_role = replica; SET LOCAL jit = off');
  const { rows } = await owner.query(`SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = $1`, [
    overlap,
  ]);
  await owner.query(`ALTER TABLE compound_version DROP CONSTRAINT ${overlap}`);
  for (const city of cities) await fillCity(owner, city);
  await owner.query(`ALTER TABLE compound_version ADD CONSTRAINT ${overlap} ${rows[0].text}`);
  await owner.query('COMMIT');
  await owner.query('VACUUM ANALYZE');
  await owner.end();
}

/** One city: `compounds` of them over a tree of the given widths, each company at home in one county. */
async function fillCity(owner, { cityId, code, counties, townships, villages, compounds }) {
  await owner.query(`INSERT INTO city (id, code, name, created_at) VALUES ($1, $2, 'bench', now())`, [cityId, code]);
  await owner.query('INSERT INTO city_stamp (city_id) VALUES ($1)', [cityId]);
  await fillAreas(owner, { cityId, code, counties, townships, villages });
  const leaves = townships * villages;
  const perCounty = Math.ceil(compounds / 30 / counties);
  await owner.query(`CREATE TEMP TABLE one ON COMMIT DROP AS
    SELECT g.n, uuid(lpad(to_hex(g.n), 32, '0')) AS id, leaf.id AS area_id,
      uuid(lpad(to_hex(500000000 + leaf.n / ${leaves} * ${perCounty} + g.n::bigint * 7919 % ${perCounty}), 32, '0')) AS company_id
    FROM generate_series(1, ${compounds}) AS g (n) JOIN (SELECT id, row_number() OVER (ORDER BY path) - 1 AS n FROM area
      WHERE city_id = ${cityId} AND level = 'village') leaf ON leaf.n = g.n * 31 % ${counties * leaves}
    ORDER BY g.n`);
  for (const [table, select] of Object.entries(facts(counties * perCounty))) {
    const [columns, from] = select;
    await owner.query(`INSERT INTO ${table} (city_id, ${Object.keys(columns).join(', ')})
      SELECT ${cityId}, ${Object.values(columns).join(', ')} FROM ${from}`);
  }
  await owner.query(`INSERT INTO party_organisation (city_id, id, record_id, subject_kind, subject_id, kind, name,
      member_count, document_number, issuing_body, issued_on, effective_from, effective_to, recorded_at, recorded_by)
    SELECT ${cityId}, id, id, 'company', id, 'joint', 'branch', 5, 'firm', 'party', date '2026-03-01', date '2026-03-01',
      date '2029-02-28', now(), 'bench' FROM company WHERE city_id = ${cityId} AND right(id::text, 1) <> '7'`);
  await owner.query('DROP TABLE one');
}

/** What each table gets: its columns and where the rows come from. */
function facts(companies) {
  const day = (text) => `date '${text}'`;
  const recorded = { recorded_at: 'now()', recorded_by: `'bench'` };
  const until = (gap, ended, last) => `CASE WHEN n % ${gap} = 0 THEN ${day(ended)} ELSE ${day(last)} END`;
  const paper = (from, to, filed) => ({
    document_number: `'doc ' || n`,
    issuing_body: `'office'`,
    issued_on: day(from),
    effective_from: day(from),
    effective_to: to,
    filed_on: filed ? day(filed) : 'NULL::date',
    ...recorded,
  });
  const own = { id: 'id', record_id: 'id' };
  const service = `one WHERE n % ${GAP.noService} <> 0`;
  const body = `one WHERE n % ${GAP.noBody} <> 0`;
  const servicePaper = paper('2026-01-01', until(GAP.ended, '2026-06-30', '2028-12-31'), '2026-01-10');
  const bodyPaper = paper('2026-02-01', until(GAP.termOver, '2026-08-31', '2030-01-31'), '2026-02-10');
  const members = { seats: '7', members: '7', elected_on: day('2026-02-01'), last_activity_on: day('2026-10-01') };
  const branch = { subject_kind: `'committee'`, subject_id: 'id', kind: `'own'`, name: `'branch'`, member_count: '5' };
  const version = { area_id: 'area_id', status: `'in-use'`, valid_from: day('2020-01-01'), reason: `'bench'` };
  const listed = { as_of: day('2026-05-01'), import_id: 'id', import_row: '1', recorded_at: 'now()' };
  return {
    company: [{ id: `uuid(lpad(to_hex(n), 32, '0'))`, name: `'firm ' || n`, ...recorded }, firms(companies)],
    compound: [{ id: 'id', created_at: 'now()' }, 'one'],
    compound_version: [{ id: 'id', compound_id: 'id', name: `'compound ' || n`, ...version, ...recorded }, 'one'],
    service_mode: [{ ...own, mode: `'P'`, company_id: 'company_id', ...servicePaper }, service],
    service_mode_compound: [{ service_mode_id: 'id', compound_id: 'id' }, service],
    service_sign: [
      {
        id: 'id',
        compound_id: 'id',
        kind: `'inspection'`,
        on_day: `${day('2026-11-01')} - (n % 40)::int`,
        ...recorded,
      },
      `one WHERE n % ${GAP.ended} <> 0 AND n % ${GAP.unseen} <> 0`,
    ],
    committee: [{ ...own, kind: `'committee'`, name: `'body'`, ...members, ...bodyPaper }, body],
    committee_compound: [{ committee_id: 'id', compound_id: 'id' }, body],
    party_organisation: [
      { ...own, ...branch, ...paper('2026-03-01', day('2029-02-28'), null) },
      `${body} AND n % ${GAP.noParty} <> 0`,
    ],
    claim: [
      {
        id: 'id',
        target: `'C1'`,
        subject_kind: `'compound'`,
        subject_id: 'id',
        mode: `'company'`,
        words: `'firm'`,
        ...listed,
      },
      'one WHERE n % 10 = 0',
    ],
    field_check: [
      {
        id: 'id',
        subject_kind: `'service-mode'`,
        subject_id: 'id',
        checked_on: day('2026-09-01'),
        outcome: `'confirmed'`,
        checked_by: `'bench'`,
        recorded_at: 'now()',
      },
      `${service} AND n % 20 = 0`,
    ],
  };
}

function firms(count) {
  return `generate_series(500000000, ${500_000_000 + count - 1}) AS g (n)`;
}

async function fillAreas(owner, { cityId, code, counties, townships, villages }) {
  await owner.query(`INSERT INTO area (city_id, id, code, name, level, path)
    VALUES (${cityId}, gen_random_uuid(), '${code}', 'city', 'city', '${code}/')`);
  const levels = [
    ['city', 'county', counties, 2],
    ['county', 'township', townships, 3],
    ['township', 'village', villages, 3],
  ];
  for (const [above, level, rows, digits] of levels) {
    await owner.query(`INSERT INTO area (city_id, id, code, name, level, parent_id, path)
      SELECT ${cityId}, gen_random_uuid(), c.code, '${level} ' || c.code, '${level}', p.id, p.path || c.code || '/'
      FROM area p CROSS JOIN generate_series(1, ${rows}) AS g (n)
      CROSS JOIN LATERAL (SELECT p.code || lpad(g.n::text, ${digits}, '0') AS code) c
      WHERE p.city_id = ${cityId} AND p.level = '${above}'`);
  }
}
