/** Fills a city with synthetic facts: `compounds` of them over a tree of the given widths; about 3 % have a gap. */
export async function fillCity(manager, { cityId, code, counties, townships, villages, compounds }) {
  await manager.query(`INSERT INTO city (id, code, name, created_at) VALUES ($1, $2, 'bench', now())`, [cityId, code]);
  await manager.query(`SET LOCAL app.city_id = '${cityId}'`);
  await manager.query(`INSERT INTO city_stamp (city_id) VALUES ($1)`, [cityId]);
  await fillAreas(manager, { cityId, code, counties, townships, villages });
  await manager.query(`CREATE TEMP TABLE leaf ON COMMIT DROP AS
    SELECT id, row_number() OVER (ORDER BY path) - 1 AS n FROM area WHERE city_id = ${cityId} AND level = 'village'`);
  const leaves = counties * townships * villages;
  await manager.query(`CREATE TEMP TABLE one ON COMMIT DROP AS
    SELECT n, uuid(lpad(to_hex(n), 32, '0')) AS id, (SELECT id FROM leaf WHERE leaf.n = g.n % ${leaves}) AS area_id
    FROM generate_series(1, ${compounds}) AS g (n)`);
  const companies = Math.max(100, Math.ceil(compounds / 30));
  const record = `recorded_at, recorded_by`;
  await manager.query(`INSERT INTO company (city_id, id, name, ${record})
    SELECT ${cityId}, uuid(lpad(to_hex(n + 500000000), 32, '0')), 'firm ' || n, now(), 'bench' FROM generate_series(1, ${companies}) AS g (n)`);
  await manager.query(`INSERT INTO compound (city_id, id, created_at) SELECT ${cityId}, id, now() FROM one`);
  await manager.query(`INSERT INTO compound_version (city_id, id, compound_id, name, area_id, status, valid_from, recorded_at, recorded_by, reason)
    SELECT ${cityId}, id, id, 'compound ' || n, area_id, 'in-use', '2020-01-01', now(), 'bench', 'bench' FROM one`);
  const document = `document_number, issuing_body, issued_on, effective_from, effective_to, filed_on`;
  await manager.query(`INSERT INTO service_mode (city_id, id, record_id, mode, company_id, ${document}, ${record})
    SELECT ${cityId}, id, id, 'P', uuid(lpad(to_hex(n % ${companies} + 500000001), 32, '0')), 'doc ' || n, 'office', '2026-01-01',
      '2026-01-01', CASE WHEN n % 97 = 0 THEN date '2026-06-30' ELSE date '2028-12-31' END, '2026-01-10', now(), 'bench'
    FROM one WHERE n % 101 <> 0`);
  await manager.query(`INSERT INTO service_mode_compound (city_id, service_mode_id, compound_id)
    SELECT ${cityId}, id, id FROM one WHERE n % 101 <> 0`);
  await manager.query(`INSERT INTO service_sign (city_id, id, compound_id, kind, on_day, ${record})
    SELECT ${cityId}, gen_random_uuid(), id, 'inspection', date '2026-11-01' - (n % 40)::int, now(), 'bench' FROM one WHERE n % 97 <> 0`);
  await manager.query(`INSERT INTO committee (city_id, id, record_id, kind, name, seats, members, elected_on, last_activity_on, ${document}, ${record})
    SELECT ${cityId}, id, id, 'committee', 'body', 7, 7, '2026-02-01', '2026-10-01', 'filing ' || n, 'office', '2026-02-01',
      '2026-02-01', CASE WHEN n % 89 = 0 THEN date '2026-08-31' ELSE date '2030-01-31' END, '2026-02-10', now(), 'bench'
    FROM one WHERE n % 53 <> 0`);
  await manager.query(`INSERT INTO committee_compound (city_id, committee_id, compound_id)
    SELECT ${cityId}, id, id FROM one WHERE n % 53 <> 0`);
  await manager.query(`INSERT INTO party_organisation (city_id, id, record_id, subject_kind, subject_id, kind, name, member_count, ${document}, ${record})
    SELECT ${cityId}, id, id, 'committee', id, 'own', 'branch', 5, 'party ' || n, 'party', date '2026-03-01', date '2026-03-01', date '2029-02-28', NULL::date, now(), 'bench'
    FROM one WHERE n % 53 <> 0 AND n % 71 <> 0
    UNION ALL
    SELECT ${cityId}, id, id, 'company', id, 'joint', 'branch', 5, 'firm party', 'party', date '2026-03-01', date '2026-03-01', date '2029-02-28', NULL::date, now(), 'bench'
    FROM company WHERE city_id = ${cityId} AND right(id::text, 1) <> '7'`);
}

async function fillAreas(manager, { cityId, code, counties, townships, villages }) {
  const insert = (level, rows) =>
    manager.query(`INSERT INTO area (city_id, id, code, name, level, parent_id, path)
    SELECT ${cityId}, gen_random_uuid(), p.code || lpad(g.n::text, ${level === 'county' ? 2 : 3}, '0'), '${level} ' || g.n, '${level}', p.id,
      p.path || p.code || lpad(g.n::text, ${level === 'county' ? 2 : 3}, '0') || '/'
    FROM area p CROSS JOIN generate_series(1, ${rows}) AS g (n)
    WHERE p.city_id = ${cityId} AND p.level = '${{ county: 'city', township: 'county', village: 'township' }[level]}'`);
  await manager.query(
    `INSERT INTO area (city_id, id, code, name, level, path) VALUES ($1, gen_random_uuid(), $2, 'city', 'city', $3)`,
    [cityId, code, `${code}/`],
  );
  await insert('county', counties);
  await insert('township', townships);
  await insert('village', villages);
}
