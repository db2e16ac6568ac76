import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Snapshots } from '../../libs/coverage/src/board/snapshots.service.js';
import { TargetValues } from '../../libs/coverage/src/target-values/target-values.service.js';
import { FieldChecksService } from '../../libs/registry/src/field-checks/field-checks.service.js';
import { RuleValues } from '../../libs/coverage/src/rule-values/rule-values.service.js';
import { CompoundMergersService } from '../../libs/registry/src/compound-versions/compound-mergers.service.js';
import { AreasService } from '../../libs/registry/src/areas/areas.service.js';
import { KeysOfOthers } from '../../libs/identity/src/keys-of-others/keys-of-others.service.js';
import { SecondFactorRules } from '../../libs/identity/src/keys-of-others/second-factor-rules.service.js';
import { PowersService } from '../../libs/devolution/src/catalogue/powers.service.js';
import { PeopleService } from '#libs/identity';
import { Database, enterCity } from '#libs/platform';
import pg from 'pg';
import { testApp, type TestApp } from '../support/app.js';
import { importList } from '../support/lists.js';
import { aLogin, signIn } from '../support/people.js';
import { enrolled } from '../support/second-factor.js';
import { APPEND_ONLY } from './append-only.js';
import { accepted, aVersion, handedDown, POWER } from './work/office.js';
import { bindingsIn } from './work/bindings.js';
import { stoppedAndLookedInto } from './work/oversight.js';
import { dissentIn, lotIn } from './work/votes.js';
import { booksIn } from './work/fund.js';
import { repairsIn } from './work/books/sub-accounts.js';
import { revenueIn } from './work/books/revenue.js';
import { disclosedIn } from './work/books/disclosure.js';
import { spendingIn } from './work/spending.js';
import { lookAt } from './work/roster.js';
import { withdrawnScan } from './work/scans.js';
import { cityOf, PASSWORD, placeOf, TODAY, type Place, type Subject } from './places.js';

let test: TestApp;
let own: Place;
let other: Place;
/** The app's own role on a connection of its own, and the owner, whom no wall holds. */
let app: pg.Client;
let owner: pg.Client;
let tables: readonly string[];

beforeAll(async () => {
  test = await testApp({ oidc: { issuer: 'https://id.example.gov.cn', clientId: 'jiayuan', clientSecret: 'word' } });
  test.at(`${TODAY}T08:00:00+08:00`);
  own = await filled('本市');
  other = await filled('邻市');
  app = new pg.Client({ connectionString: test.database.appUrl });
  owner = new pg.Client({ connectionString: test.database.ownerUrl });
  await Promise.all([app.connect(), owner.connect()]);
  const found = await owner.query<{ name: string }>(
    `SELECT t.table_name AS name FROM information_schema.tables t WHERE t.table_schema = 'public'
       AND t.table_type = 'BASE TABLE' AND t.table_name NOT IN ('city', 'migrations') ORDER BY 1`,
  );
  tables = found.rows.map(({ name }) => name);
});

afterAll(async () => {
  await Promise.all([app?.end(), owner?.end()]);
  await test.close();
});

/** A city with at least one row in every table. */
async function filled(mark: string): Promise<Place> {
  const city = await cityOf(test, [mark]);
  const place = await placeOf(test, city, { mark, number: 1 });
  const { operator } = city;
  const [area] = place.areas;
  await test.app.get(AreasService).change(operator, {
    ...{ kind: 'rename', from: [area as string], to: [{ code: area as string, name: `${mark}新名社区` }] },
    ...{ on: TODAY, reason: '更名' },
  });
  await test.app.get(FieldChecksService).record(operator, {
    ...{ subjectKind: 'service-mode', subjectId: place.service, checkedOn: TODAY, outcome: 'confirmed' },
  });
  await test.app.get(TargetValues).set(operator, {
    ...{ area: place.community, target: 'C1', year: 2026, required: '95.00', deadline: TODAY },
  });
  await test.app.get(RuleValues).set(operator, {
    ...{ key: 'coverage.service-sign.days', value: 60, source: '某市文件', article: '第一条', effectiveFrom: TODAY },
  });
  const firm = { name: '某人', password: PASSWORD, role: 'property-firm-staff' } as const;
  await test.app.get(PeopleService).createDemoPeople(operator, [
    { ...firm, login: aLogin(), scope: { kind: 'compound', id: place.compound } },
    { ...firm, login: aLogin(), scope: { kind: 'company', id: place.company } },
  ]);
  const [from, into] = place.compounds as [string, string];
  await test.app.get(CompoundMergersService).merge(operator, { from, into, on: null, reason: '重复' });
  await importList(test, city, 'compounds', ['小区名称,总户数', `${mark}坏行,-5`, `${mark}无证,3`]);
  await importList(test, city, 'services', ['小区编码,服务方式', `${mark}A,自管`]);
  const companies = '企业名称,统一社会信用代码';
  await importList(test, city, 'companies', [companies, `${mark}物业公司,91140500MA0K000000`]);
  await test.app.get(Snapshots).keepUp(operator);
  await keysOf(place);
  await powersOf(place);
  await lookAt(test, city, place.register);
  await withdrawnScan(test, city, place.service);
  await stoppedAndLookedInto(test, city, place.vote.held);
  await dissentIn(test, city, place.vote.held);
  await lotIn(test, city, place.vote);
  await bindingsIn(test, place);
  await booksIn(test, place);
  await spendingIn(test, place);
  await repairsIn(test, place);
  await revenueIn(test, place);
  await disclosedIn(test, place);
  return place;
}

/** A power that the city lays down, a delegation and a case with their scans, and an interest declared. */
async function powersOf({ city, office, compound, file }: Place): Promise<void> {
  await test.app.get(PowersService).layDown(city.operator, POWER, aVersion(TODAY));
  await accepted(office, { papers: [{ paper: 'application', fileId: file }] });
  const scanned = { ...handedDown(office), fileId: file };
  expect((await office.ofCounty.post('/delegations', scanned)).status).toBe(201);
  expect((await office.ofCounty.post('/interests', { compoundId: compound, reason: '亲属业主' })).status).toBe(201);
}

/** Whatever guards an account, of two people of the place; one of them stands in for the other. */
async function keysOf({ city, people }: Place): Promise<void> {
  const [first, second] = people as [Subject, Subject];
  await test.app.get(KeysOfOthers).linkDirectory(city.operator, first.id, '某人');
  await test.app.get(SecondFactorRules).set(city.operator, { roles: ['county-staff'], fromDay: '2030-01-01' });
  const person = await signIn(test, city, first.login, PASSWORD);
  await enrolled(person, `${TODAY}T08:00:00+08:00`);
  const handover = { grantId: first.grantId, login: second.login, to: TODAY, reason: '年休假' };
  expect((await person.post('/me/substitutes', handover)).status).toBe(201);
}

type Outcome = pg.QueryResult | string;

/** Runs one statement, undoes it, and tells its result or the error's code. */
async function outcomeOf(client: pg.Client, text: string, values: unknown[] = [], enter = ''): Promise<Outcome> {
  await client.query(`BEGIN; ${enter}`);
  try {
    return await client.query(text, values.length > 0 ? values : undefined);
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query('ROLLBACK');
  }
}

/** The same as the app, inside a city or in none. */
function inside(place: Place | null, text: string, values: unknown[] = []): Promise<Outcome> {
  return outcomeOf(app, text, values, place ? enterCity(place.city.city.id) : '');
}

function shown(outcome: Outcome): string {
  return typeof outcome === 'string' ? outcome : `${outcome.rowCount} rows`;
}

/** What a statement comes to in every table, for those where it is not what was expected. */
async function exceptions(
  place: Place | null,
  statement: (table: string) => string,
  isExpected: (outcome: Outcome, table: string) => boolean,
): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables) {
    const outcome = await inside(place, statement(table));
    if (!isExpected(outcome, table)) found.push(`${table}: ${shown(outcome)}`);
  }
  return found;
}

/** Ids without a foreign key: of rows that the same import wrote, of a record or person over its versions, or of several. */
const LOOSE_IDS =
  /\.(import_id|record_id|change_id|person_id|committee_id)$|^(claim|field_check|party_organisation|scan)\.subject_id$|^log_leaf\.source_id$/;

/** Rows of which only what happens to them later is written: the columns that may change. */
const CHANGED_IN_PART: Readonly<Record<string, readonly string[]>> = {
  ballot_dissent: ['ended_at'],
  committee_member: ['superseded_at'],
  delegation: ['accepted_at', 'ended_at', 'ended_on'],
  motion: ['withdrawn_at'],
};
const REFUSED = '42501';
const refused = (outcome: Outcome): boolean => outcome === REFUSED;
const nothing = (outcome: Outcome): boolean => typeof outcome !== 'string' && outcome.rowCount === 0;

async function mayChange(table: string, privilege: 'UPDATE' | 'DELETE'): Promise<boolean> {
  const text = `SELECT has_table_privilege('jiayuan_app', $1, $2) AS may`;
  return (await owner.query<{ may: boolean }>(text, [table, privilege])).rows[0]?.may === true;
}

describe('the wall between cities', () => {
  it('is tried on tables that all hold rows of both cities', async () => {
    const empty: string[] = [];
    for (const table of tables) {
      const text = `SELECT count(DISTINCT city_id)::int AS n FROM ${table} WHERE city_id = ANY($1)`;
      const ids = [own.city.city.id, other.city.city.id];
      if ((await owner.query<{ n: number }>(text, [ids])).rows[0]?.n !== 2) empty.push(table);
    }
    expect(empty).toEqual([]);
    expect(tables.length).toBeGreaterThan(25);
  });

  it('shows nothing to whoever entered no city', async () => {
    expect(await exceptions(null, (table) => `SELECT 1 FROM ${table} LIMIT 1`, nothing)).toEqual([]);
  });

  it('shows every row of the city entered, and none of another', async () => {
    const { id } = own.city.city;
    const seen = (table: string): string => `SELECT 1 FROM ${table} WHERE city_id = ${id} LIMIT 1`;
    const foreign = (table: string): string => `SELECT 1 FROM ${table} WHERE city_id <> ${id} LIMIT 1`;
    expect(await exceptions(own, seen, (outcome) => !nothing(outcome))).toEqual([]);
    expect(await exceptions(own, foreign, nothing)).toEqual([]);
  });

  it('takes no row for another city, nor without having entered one', async () => {
    const insert = (table: string): string => `INSERT INTO ${table} (city_id) VALUES (${other.city.city.id})`;
    expect(await exceptions(own, insert, refused)).toEqual([]);
    expect(await exceptions(null, insert, refused)).toEqual([]);
  });

  it('lets no row of another city be changed or removed, and none be moved there', async () => {
    const there = other.city.city.id;
    for (const [privilege, statement] of [
      ['UPDATE', (table: string) => `UPDATE ${table} SET city_id = city_id WHERE city_id = ${there}`],
      ['DELETE', (table: string) => `DELETE FROM ${table} WHERE city_id = ${there}`],
    ] as const) {
      const may = new Map<string, boolean>();
      for (const table of tables) may.set(table, await mayChange(table, privilege));
      // Nothing is ever removed, and what happened is never rewritten.
      const kept = privilege === 'UPDATE' ? [...APPEND_ONLY, ...Object.keys(CHANGED_IN_PART)].sort() : tables;
      expect(tables.filter((table) => !may.get(table))).toEqual(kept);
      const fits = (outcome: Outcome, table: string): boolean => (may.get(table) ? nothing(outcome) : refused(outcome));
      expect(await exceptions(own, statement, fits)).toEqual([]);
    }
    const move = (table: string): string => `UPDATE ${table} SET city_id = ${there}`;
    expect(await exceptions(own, move, refused)).toEqual([]);
  });

  it('holds for the single columns that may change as well, and no other column of their rows may', async () => {
    const columns = await owner.query<{ name: string; column: string }>(
      `SELECT table_name AS name, column_name AS column FROM information_schema.column_privileges
       WHERE grantee = 'jiayuan_app' AND privilege_type = 'UPDATE' AND table_schema = 'public' ORDER BY 1, 2`,
    );
    const inPart = columns.rows.filter(({ name }) => [...APPEND_ONLY, ...Object.keys(CHANGED_IN_PART)].includes(name));
    const expected = Object.entries(CHANGED_IN_PART).flatMap(([name, all]) => all.map((column) => ({ name, column })));
    expect(inPart).toEqual(expected);
    for (const { name, column } of expected) {
      const change = `UPDATE ${name} SET ${column} = ${column} WHERE city_id =`;
      expect([name, column, shown(await inside(own, `${change} ${other.city.city.id}`))]).toEqual([
        name,
        column,
        '0 rows',
      ]);
      expect([name, column, shown(await inside(null, `${change} ${own.city.city.id}`))]).toEqual([
        name,
        column,
        '0 rows',
      ]);
    }
  });

  it('cannot be taken down by the app', async () => {
    const attempts = [
      (table: string) => `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`,
      (table: string) => `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`,
      (table: string) => `DROP POLICY city_wall ON ${table}`,
      (table: string) => `CREATE POLICY open ON ${table} USING (true)`,
      (table: string) => `TRUNCATE ${table}`,
      (table: string) =>
        `CREATE TRIGGER t AFTER INSERT ON ${table} EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
    ];
    for (const attempt of attempts) expect(await exceptions(own, attempt, refused)).toEqual([]);
    expect(await exceptions(own, (table) => `SET LOCAL row_security = off; SELECT 1 FROM ${table}`, refused)).toEqual(
      [],
    );
    const role = (await owner.query<{ name: string }>('SELECT current_user AS name')).rows[0]?.name as string;
    for (const text of [`SET ROLE ${role}`, 'CREATE TABLE mine (city_id smallint)', 'CREATE SCHEMA mine']) {
      expect([text, await inside(own, text)]).toEqual([text, REFUSED]);
    }
  });

  it('has no door at the side: no view, and no function that runs as its owner', async () => {
    const text = `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
      UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
        AND NOT (proname IN ('count_lists', 'count_books') AND pronargs = 0 AND prorettype = 'void'::regtype)
        AND NOT (proname IN ('erase_records', 'erase_objectors') AND prorettype = 'bigint'::regtype)
        AND proname NOT IN ('ledger_post', 'ledger_hold_amount', 'ledger_release_hold', 'ledger_turn_period',
          'fund_appropriate', 'fund_pay', 'fund_free', 'maintenance_spend', 'common_revenue_pay')`;
    // Two take and answer nothing, they only have tables counted; two erase what its days have ended, and count it.
    // Money is written by the others, which ask themselves which city was entered: test/ledger/guards.e2e-spec.ts,
    // test/fund/races.e2e-spec.ts, test/fund/maintenance/spendings.e2e-spec.ts, test/fund/revenue-withdrawals.e2e-spec.ts.
    expect((await owner.query(text)).rows).toEqual([]);
  });

  it('leaves the one shared table to be read and added to, never to be changed', async () => {
    const { id } = other.city.city;
    expect(shown(await inside(own, 'UPDATE city SET is_demo = true WHERE id = $1', [id]))).toBe(REFUSED);
    expect(shown(await inside(own, 'DELETE FROM city WHERE id = $1', [id]))).toBe(REFUSED);
  });

  it('is closed again when a transaction is over, on every connection of the pool', async () => {
    const database = test.app.get(Database);
    const counted = await Promise.all(
      Array.from({ length: 10 }, () =>
        database.transaction({ cityId: own.city.city.id }, async (manager) => {
          const [row] = await manager.query<{ n: number }[]>('SELECT count(*)::int AS n, pg_sleep(0.05) FROM compound');
          return row?.n ?? 0;
        }),
      ),
    );
    expect(Math.min(...counted)).toBeGreaterThan(5);
    const text = 'SELECT count(*)::int AS n, pg_sleep(0.05) FROM compound';
    const after = await Promise.all(
      Array.from({ length: 10 }, () => database.shared((manager) => manager.query<{ n: number }[]>(text))),
    );
    expect(after.map(([row]) => row?.n)).toEqual(Array(10).fill(0));
  });

  it('takes nothing for a city but a small positive number', () => {
    for (const id of [0, -1, 1.5, 40_000, Number.NaN, "1'; DROP TABLE city; --" as unknown as number]) {
      expect(() => enterCity(id)).toThrow('not a city id');
    }
  });
});

describe('a reference to another city', () => {
  interface ForeignKey {
    readonly name: string;
    readonly from: string;
    readonly to: string;
    readonly column: string;
    readonly target: string;
  }

  it('is refused by every foreign key', async () => {
    const keys = await owner.query<ForeignKey>(
      `SELECT k.conname AS name, k.conrelid::regclass::text AS "from", k.confrelid::regclass::text AS "to",
         a.attname AS column, b.attname AS target
       FROM pg_constraint k
       JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[2]
       JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[2]
       WHERE k.contype = 'f' AND k.confrelid <> 'city'::regclass ORDER BY 1`,
    );
    expect(keys.rows.length).toBeGreaterThan(25);
    const accepted: string[] = [];
    for (const key of keys.rows) {
      const there = `SELECT ${key.target} FROM ${key.to} WHERE city_id = ${other.city.city.id} LIMIT 1`;
      const one = `SELECT ctid FROM ${key.from} WHERE city_id = ${own.city.city.id} ORDER BY ${key.column} IS NULL LIMIT 1`;
      // As the owner, whom no wall holds: the key alone must refuse.
      const outcome = await outcomeOf(owner, `UPDATE ${key.from} SET ${key.column} = (${there}) WHERE ctid = (${one})`);
      if (outcome !== '23503') accepted.push(`${key.name}: ${shown(outcome)}`);
    }
    expect(accepted).toEqual([]);
  });

  it('has no column of another table’s ids without a foreign key, but for those listed', async () => {
    const loose = await owner.query<{ name: string }>(
      `SELECT c.table_name || '.' || c.column_name AS name FROM information_schema.columns c
       WHERE c.table_schema = 'public' AND c.data_type = 'uuid' AND c.column_name LIKE '%\\_id'
         AND NOT EXISTS (SELECT 1 FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey)
           WHERE k.contype = 'f' AND k.conrelid = c.table_name::regclass AND a.attname = c.column_name)
       ORDER BY 1`,
    );
    expect(loose.rows.map(({ name }) => name).filter((name) => !LOOSE_IDS.test(name))).toEqual([]);
  });
});
