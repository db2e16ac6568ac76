import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FundBooks } from '#libs/fund';
import { PeopleService } from '#libs/identity';
import { FilesService, ScansService } from '#libs/registry';
import pg from 'pg';
import { Snapshots } from '../../libs/coverage/src/board/snapshots.service.js';
import { TargetValues } from '../../libs/coverage/src/target-values/target-values.service.js';
import { FieldChecksService } from '../../libs/registry/src/field-checks/field-checks.service.js';
import { ReconciliationsService } from '../../libs/registry/src/reconciliation/reconciliations.service.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';
import { importList } from '../support/lists.js';
import { aPdf } from '../support/papers.js';
import { aLogin, anAdministrator, type Person } from '../support/people.js';
import { callsOf, send, type Who } from './calls.js';
import { accepted, handedDown, issued, officeOf, type Office } from './work/office.js';
import { aSealedLine, PASSWORD, TODAY, type Place } from './places.js';
import { bankLines } from './work/bank.js';
import { anEntryOf } from './work/fund.js';
import { projectAt } from './work/spending.js';
import { registerOf as unitsOf } from './work/roster.js';
import { bodyOf as membersOf } from './work/committee.js';
import { voteOf } from './work/votes.js';
import { ROUTES, type Route } from './routes.js';

const CALLS = callsOf(false);
const TERM = '2026-01-01,2028-12-31';
const SIZES = { few: 3, many: 60 } as const;

/** What the reading routes are asked about, in a city of a size. */
type Evidence = 'compound' | 'company' | 'reconciliation' | 'imports' | 'file';
type Named = Evidence | 'city' | 'community' | 'township' | 'sealed' | 'office' | 'register' | 'vote' | 'body';
type Sized = Pick<Place, Named>;

let test: TestApp;
let cities: Readonly<Record<keyof typeof SIZES, { readonly at: Sized; readonly who: Who }>>;
let statements: string[] = [];

/** A statement without what differs between two cities of unequal size: which city it is, and how long a list. */
function shapeOf(text: string): string {
  return text.replace(/(city_id = )'?\d+'?/g, '$1…').replace(/IN \([$\d, ]+\)/g, 'IN (…)');
}

const { query } = pg.Client.prototype as unknown as {
  query: (this: pg.Client, ...given: unknown[]) => unknown;
};

beforeAll(async () => {
  test = await testApp();
  test.at(`${TODAY}T08:00:00+08:00`);
  cities = { few: await cityWith(SIZES.few), many: await cityWith(SIZES.many) };
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...given: unknown[]): unknown {
      const [first] = given as [string | { text: string }];
      statements.push(shapeOf(typeof first === 'string' ? first : first.text));
      return query.apply(this, given);
    },
  });
});

afterAll(async () => {
  Object.assign(pg.Client.prototype, { query });
  await test.close();
});

/** Everything n times: communities, compounds with claims, companies, contracts, signs, committees, party organisations. */
async function registerOf(city: TestCity, n: number): Promise<string[]> {
  const lines = (line: (i: number) => string): string[] => Array.from({ length: n }, (_, index) => line(index + 1));
  const village = (i: number): string => `${city.code}02001${String(i).padStart(3, '0')}`;
  const lists: readonly (readonly [string, string, (i: number) => string, string?])[] = [
    [
      'compounds',
      '小区编码,小区名称,地址,区划代码,物业公司',
      (i) => `C${i},桂园${i}小区,${i}号,${village(i)},物业${i}公司`,
      '甲',
    ],
    ['compounds', '小区编码,小区名称,地址,区划代码', (i) => `D${i},桂园${i}社区,${i}号,${village(i)}`, '乙'],
    ['compounds', '小区名称,总户数', (i) => `坏行${i},-${i}`, '丙'],
    ['companies', '企业名称,注册地址', (i) => `物业${i}公司,${i}号`],
    [
      'services',
      '小区编码,服务方式,物业企业,文号,备案机关,开始日期,截止日期',
      (i) => `C${i},物业企业,物业${i}公司,备${i}号,住建局,${TERM}`,
    ],
    [
      'committees',
      '小区编码,类型,应有席位,在任人数,任期开始,任期截止,文号,备案机关',
      (i) => `C${i},业委会,7,7,${TERM},委${i}号,街道办`,
    ],
    [
      'party-organisations',
      '对象类型,小区编码,组织形式,名称,党员人数,任期开始,任期截止,批准机关,文号',
      (i) => `业委会,C${i},独立党支部,支部${i},5,${TERM},党工委,党${i}号`,
    ],
    [
      'party-organisations',
      '对象类型,物业企业,组织形式,名称,党员人数,任期开始,任期截止,批准机关,文号',
      (i) => `物业企业,物业${i}公司,独立党支部,企业支部${i},5,${TERM},党工委,企党${i}号`,
      '企业',
    ],
    ['service-signs', '小区编码,类型,日期', (i) => `C${i},巡查,2026-11-02`],
  ];
  const imports: string[] = [];
  for (const [kind, heading, line, list] of lists) {
    const options = { ...(list ? { list } : {}), asOf: '2026-02-01' };
    imports.push((await importList(test, city, kind, [heading, ...lines(line)], options)).id);
  }
  // One company serves them all as well, so that its file holds n papers.
  const again = lines((i) => `C${i},物业企业,物业1公司,再${i}号,住建局,2025-01-01,2025-12-31`);
  await importList(test, city, 'services', ['小区编码,服务方式,物业企业,文号,备案机关,开始日期,截止日期', ...again], {
    list: '再',
  });
  // The list with rows to reject comes first: it is the one that is opened.
  return [imports[2] as string, ...imports];
}

/** Powers of n streets, and at one of them n papers, n open cases and n declared interests, each about another compound. */
async function powersOf(
  city: TestCity,
  { compounds, admin }: { compounds: readonly string[]; admin: Person },
): Promise<Office> {
  const [county, township] = [`${city.code}02`, `${city.code}02001`];
  const office = await officeOf(test, city, { mark: '东街', county, township, compound: compounds[0] as string });
  const to = compounds.map((_, i) => `${county}${i + 101}`);
  const { power, ...paper } = handedDown(office);
  const batch = await office.ofCounty.post('/delegation-batches', { ...paper, to, powers: [power, 'WY-03'] });
  expect(batch.body).toEqual({ granted: 2 * to.length, refused: [] });
  for (const compoundId of compounds) {
    await accepted(office, { compoundId });
    await issued(office, { compoundId });
    expect((await admin.post('/interests', { compoundId, reason: '亲属业主' })).status).toBe(201);
  }
  return office;
}

async function cityWith(n: number): Promise<{ at: Sized; who: Who }> {
  const villages = (code: string): string[] =>
    Array.from(
      { length: n },
      (_, i) => `village,${code}02001${String(i + 1).padStart(3, '0')},社区${i + 1},${code}02001`,
    );
  const streets = (code: string): string[] =>
    Array.from({ length: n }, (_, i) => `township,${code}02${i + 101},${i + 1}街道,${code}02`);
  const areas = (code: string): string =>
    [
      'level,code,name,parent_code',
      ...[`city,${code},测试市,`, `county,${code}02,城区,${code}`, `township,${code}02001,东街街道,${code}02`],
      ...streets(code),
      ...villages(code),
    ].join('\n');
  const city = await aCity(test, { areas, isDemo: true });
  const { operator } = city;
  const imports = await registerOf(city, n);
  const ids = async (text: string): Promise<string[]> =>
    (await rowsOf<{ id: string }>(test, city, text)).map(({ id }) => id);
  const compounds = await ids(`SELECT id FROM compound WHERE own_code LIKE 'C%' ORDER BY length(own_code), own_code`);
  const companies = await ids('SELECT id FROM company ORDER BY length(name), name');
  const scopes = [
    ...compounds.map((id) => ({ kind: 'compound' as const, id })),
    ...companies.map((id) => ({ kind: 'company' as const, id })),
  ];
  const people = scopes.map((scope) => ({
    login: aLogin(),
    name: '某人',
    password: PASSWORD,
    role: 'property-firm-staff' as const,
    scope,
  }));
  await test.app.get(PeopleService).createDemoPeople(operator, people);
  // One scan of a bundle of papers hangs on each of them.
  const { id: file } = await test.app.get(FilesService).upload(operator, { name: '合同.pdf', bytes: aPdf() });
  for (const subjectId of await ids(`SELECT record_id AS id FROM service_mode WHERE document_number LIKE '备%'`)) {
    await test.app.get(ScansService).attach(operator, { subjectKind: 'service-mode', subjectId, fileId: file });
    await test.app.get(FieldChecksService).record(operator, {
      ...{ subjectKind: 'service-mode', subjectId, checkedOn: TODAY, outcome: 'confirmed' },
    });
  }
  for (let i = 1; i <= n; i += 1) {
    const area = `${city.code}02001${String(i).padStart(3, '0')}`;
    await test.app
      .get(TargetValues)
      .set(operator, { area, target: 'C1', year: 2026, required: '95.00', deadline: TODAY });
  }
  await test.app.get(Snapshots).keepUp(operator);
  const reconciliation = await test.app.get(ReconciliationsService).start(operator, { left: '甲', right: '乙' });
  const person = await anAdministrator(test, city);
  const office = await powersOf(city, { compounds, admin: person });
  const sealed = await aSealedLine(test, city, people[0]?.login ?? '');
  const numbers = Array.from({ length: n }, (_, i) => i + 1);
  const [compound, company] = [compounds[0] as string, companies[0] as string];
  await Promise.all(numbers.map(() => anEntryOf(test, { city, compound })));
  await bankLines(test, { city, compound }, n);
  for (const id of compounds) await test.app.get(FundBooks).toKeep(operator, `common-revenue:${id}`);
  const register = await unitsOf(test, city, { mark: '东街', code: 'C1', compound, numbers });
  const vote = await voteOf(test, city, office);
  for (let i = 0; i < n; i += 1) {
    await projectAt(test, { city, compound, mark: '东街', vote, file }, i % 2 === 0 ? 'asked' : 'paid');
  }
  return {
    at: {
      ...{ city, compound, company, reconciliation, imports, file, sealed, office },
      ...{ community: city.code, township: city.code },
      register,
      vote,
      body: await membersOf(test, city, { office, vote, committee: await committeeOf(city, compound) }),
    },
    who: { role: 'city-administrator', person, password: PASSWORD },
  };
}

async function committeeOf(city: TestCity, compound: string): Promise<string> {
  const of = `SELECT c.record_id AS id FROM committee c JOIN committee_compound l ON l.city_id = c.city_id
    AND l.committee_id = c.id WHERE l.compound_id = $1 AND c.superseded_at IS NULL`;
  return (await rowsOf<{ id: string }>(test, city, of, [compound]))[0]?.id ?? '';
}

/** What one request asks the database: as many statements the first time, and as many the second. */
async function statementsOf(
  route: Route,
  { at, who }: { at: Sized; who: Who },
): Promise<{ texts: string[]; size: number }> {
  const call = await CALLS[route](at as Place, who, test);
  const asked = { ...call, query: [call.query, QUERY[route]].filter(Boolean).join('&') };
  statements = [];
  const answer = await send(test, route, asked, who);
  if (answer.status !== 200) throw new Error(`${route}: ${answer.status} ${answer.text}`);
  return { texts: [...statements], size: Number(answer.headers['content-length'] ?? 0) };
}

/** Questions beside the usual one: of a day that nobody asked about before, so that nothing is answered from memory. */
const QUERY: Readonly<Partial<Record<Route, string>>> = {
  'GET /coverage': 'asOf=2026-11-20',
  'GET /coverage/gaps': 'asOf=2026-11-19&basis=strict&state=COVERED&limit=200',
  'GET /coverage/lapses': 'asOf=2028-12-01&days=200',
  'GET /coverage/trend': 'from=2025-01-01',
  'GET /coverage/export.xlsx': 'asOf=2029-06-01',
  'GET /compounds/:id/coverage': 'asOf=2026-11-17',
  'GET /companies': 'limit=200',
  'GET /users': 'limit=200',
  'GET /compounds/:id/units': 'limit=200&q=1',
  'GET /delegations': 'limit=200',
  'GET /acts': 'limit=200',
  'GET /assemblies/:id/roll': 'limit=200',
  'GET /assemblies/:id/delivery': 'limit=200',
  'GET /denominator': 'from=2025-12-31&limit=200',
  'GET /reconciliations/:id': 'limit=200',
};

// An administrator has no homes and no votes; those of an owner are counted in specs of their own.
const READING = (Object.keys(ROUTES) as Route[]).filter((route) =>
  /^GET \/(?!health|metrics|me\/homes|me\/assemblies|me\/committees|me\/common-revenue)/.test(route),
);

describe('the statements of a reading request', () => {
  it.each(READING)('%s are as many for 60 compounds as for 3', async (route) => {
    for (const time of ['first', 'second']) {
      const [few, many] = [await statementsOf(route, cities.few), await statementsOf(route, cities.many)];
      expect([time, many.texts.length, many.texts]).toEqual([time, few.texts.length, few.texts]);
    }
  });

  it('are counted at all, and the larger city answers more', async () => {
    const [few, many] = [
      await statementsOf('GET /compounds', cities.few),
      await statementsOf('GET /compounds', cities.many),
    ];
    expect(few.texts.length).toBeGreaterThan(2);
    expect(many.size).toBeGreaterThan(10 * few.size);
  });
});
