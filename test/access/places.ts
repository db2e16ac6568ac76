import type { StaffRole } from '#libs/kernel';
import { PeopleService } from '#libs/identity';
import { FilesService, ScansService } from '#libs/registry';
import { ReconciliationsService } from '../../libs/registry/src/reconciliation/reconciliations.service.js';
import { Sealer } from '#libs/transparency';
import type { TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { compoundsOf, rowsOf } from '../support/evidence.js';
import { importList } from '../support/lists.js';
import { aPdf } from '../support/papers.js';
import { aLogin, signIn, type Person, type ScopeInput } from '../support/people.js';
import { bodyOf, type BodyOfPlace } from './work/committee.js';
import { anEntryOf } from './work/fund.js';
import { officeOf, type Office } from './work/office.js';
import { registerOf, type Register } from './work/roster.js';
import { voteOf, type VoteOfPlace } from './work/votes.js';

export const ROLES = [
  'city-administrator',
  'county-staff',
  'sub-district-staff',
  'community-staff',
  'property-firm-staff',
  'auditor',
] as const satisfies readonly StaffRole[];

/** Everybody of the matrix: the roles, and somebody who did not sign in. */
export const CALLERS = [...ROLES, 'nobody'] as const;
export type Caller = (typeof CALLERS)[number] | 'committee-member';

export const PASSWORD = 'tiger moon river';
export const TODAY = '2026-11-23';

/** Fresh subjects of every kind that a call may use up, as many as there are callers, a committee member among them, and one more. */
const SUPPLY = CALLERS.length + 2;

/** Somebody whom a call may change: demo people share one hash, so that there can be many of them. */
export interface Subject {
  readonly id: string;
  readonly login: string;
  readonly grantId: string;
}

/** One community with everything that routes name; every name in it begins with the mark. */
export interface Place {
  readonly city: TestCity;
  readonly mark: string;
  /** Codes of its county, township and community. */
  readonly county: string;
  readonly township: string;
  readonly community: string;
  readonly compound: string;
  readonly company: string;
  /** Record ids of the evidence about the compound. */
  readonly service: string;
  readonly committee: string;
  /** Its members and meetings. */
  readonly body: BodyOfPlace;
  /** The scan of the service. */
  readonly file: string;
  readonly lists: readonly [string, string];
  readonly reconciliation: string;
  /** Taken one by one: what a call changes or ends, another call cannot change or end again. */
  readonly people: Subject[];
  readonly compounds: string[];
  readonly areas: string[];
  readonly pairs: string[];
  readonly imports: string[];
  readonly sealed: SealedLine;
  /** Units and owners of the compound. */
  readonly register: Register;
  /** Assemblies of the compound's owners. */
  readonly vote: VoteOfPlace;
  /** Who hands powers down here and acts under them, about the compound. */
  readonly office: Office;
}

/** The line of somebody who works in one place, the hash of its leaf in the log, and the size of a signed head. */
export interface SealedLine {
  readonly line: string;
  readonly leaf: string;
  readonly size: string;
}

const SERVICES = '小区编码,服务方式,物业企业,文号,备案机关,开始日期,截止日期';
const COMMITTEES = '小区编码,类型,应有席位,在任人数,任期开始,任期截止,文号,备案机关';
const PARTY = '对象类型,小区编码,组织形式,名称,书记,党员人数,批准日期,任期开始,任期截止,批准机关,文号';
const SIGNS = '小区编码,类型,日期';
const NUMBERS = Array.from({ length: SUPPLY }, (_, index) => index + 1);

/** The rows of a county, its township and community, and communities that a call may rename. */
function countyRows(city: string, { county, mark }: { readonly county: string; readonly mark: string }): string[] {
  const township = `${county}001`;
  const spare = NUMBERS.map((n) => `village,${township}9${String(n).padStart(2, '0')},${mark}备用${n}社区,${township}`);
  return [
    `county,${county},${mark}县,${city}`,
    `township,${township},${mark}街道,${county}`,
    `village,${township}001,${mark}社区,${township}`,
    ...spare,
  ];
}

/** A demo city (whose people may share a password) with one county per mark. */
export async function cityOf(test: TestApp, marks: readonly string[]): Promise<TestCity> {
  const areas = (code: string): string =>
    [
      'level,code,name,parent_code',
      `city,${code},测试市,`,
      ...marks.flatMap((mark, index) => countyRows(code, { county: `${code}0${index + 1}`, mark })),
    ].join('\n');
  return aCity(test, { areas, isDemo: true });
}

async function evidence(test: TestApp, city: TestCity, mark: string): Promise<void> {
  const of = (kind: string, lines: readonly string[]): Promise<unknown> => importList(test, city, kind, lines);
  const term = '2026-01-01,2028-12-31';
  await of('services', [SERVICES, `${mark}A,物业企业,${mark}物业公司,${mark}备1号,住建局,${term}`]);
  await of('committees', [COMMITTEES, `${mark}A,业委会,7,7,${term},${mark}业备1号,街道办`]);
  await of('party-organisations', [
    PARTY,
    `业委会,${mark}A,独立党支部,${mark}支部,李四,5,2026-01-01,${term},街道党工委,${mark}党1号`,
  ]);
  await of('service-signs', [SIGNS, `${mark}A,巡查,2026-11-02`]);
}

/** Two lists of which each row of one means the row of the same number in the other. */
async function listsOf(
  test: TestApp,
  city: TestCity,
  at: { mark: string; community: string },
): Promise<[string, string]> {
  const rows = (word: string): string[] =>
    NUMBERS.map((n) => `${at.mark}凤鸣${n}${word},${at.mark}路${n}号,${at.community},"112.${800 + n * 9},35.49"`);
  const heading = '小区名称,地址,区划代码,经纬度';
  const lists = [`${at.mark}名单甲`, `${at.mark}名单乙`] as const;
  await importList(test, city, 'compounds', [heading, ...rows('小区')], { list: lists[0], asOf: '2026-01-01' });
  await importList(test, city, 'compounds', [heading, ...rows('社区')], { list: lists[1], asOf: '2026-01-01' });
  return [...lists];
}

async function peopleOf(test: TestApp, city: TestCity, at: { mark: string; community: string }): Promise<Subject[]> {
  const people = NUMBERS.flatMap(() => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).map(() => ({
    login: aLogin(),
    name: `${at.mark}某人`,
    password: PASSWORD,
    role: 'community-staff' as const,
    scope: { kind: 'area', code: at.community } as const,
  }));
  await test.app.get(PeopleService).createDemoPeople(city.operator, people);
  return rowsOf<Subject>(
    test,
    city,
    `SELECT u.id, u.login, g.id AS "grantId" FROM user_account u
     JOIN role_grant g ON g.city_id = u.city_id AND g.user_id = u.id WHERE u.name = $1`,
    [`${at.mark}某人`],
  );
}

/** The line that a person's sign-in leaves behind, sealed. */
export async function aSealedLine(test: TestApp, city: TestCity, login: string): Promise<SealedLine> {
  const { id } = await signIn(test, city, login, PASSWORD);
  await test.app.get(Sealer).sealNext(city.operator);
  const [line] = await rowsOf<SealedLine>(
    test,
    city,
    `SELECT line.id AS line, encode(leaf.leaf_hash, 'hex') AS leaf, (SELECT max(size) FROM log_head) AS size
     FROM audit_line line
     JOIN log_leaf leaf ON leaf.city_id = line.city_id AND leaf.source_id = line.id
     WHERE line.action = 'session.open' AND line.actor_id = $1`,
    [id],
  );
  if (!line) throw new Error(`the sign-in of ${login} was not sealed`);
  return line;
}

async function onlyId(test: TestApp, city: TestCity, text: string, like: string): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(test, city, text, [`${like}%`]);
  if (!row) throw new Error(`nothing like ${like}`);
  return row.id;
}

/** A scan that hangs on a piece of evidence; the mark is in its name and in its content. */
async function scanOf(test: TestApp, city: TestCity, service: { id: string; mark: string }): Promise<string> {
  const { id: subjectId, mark } = service;
  const file = { name: `${mark}合同.pdf`, bytes: aPdf(mark) };
  const { id: fileId } = await test.app.get(FilesService).upload(city.operator, file);
  await test.app.get(ScansService).attach(city.operator, { subjectKind: 'service-mode', subjectId, fileId });
  return fileId;
}

/** Fills the county of a mark; its number is the place of the mark in the list that the city was made with. */
export async function placeOf(
  test: TestApp,
  city: TestCity,
  { mark, number }: { mark: string; number: number },
): Promise<Place> {
  const county = `${city.code}0${number}`;
  const township = `${county}001`;
  const community = `${township}001`;
  const spare = NUMBERS.map((n) => `${mark}${n}`);
  const area = community.slice(city.code.length);
  const ids = await compoundsOf(test, city, [`${mark}A`, ...spare], { name: `${mark}小区`, area });
  await evidence(test, city, mark);
  const lists = await listsOf(test, city, { mark, community });
  const reconciliations = test.app.get(ReconciliationsService);
  const reconciliation = await reconciliations.start(city.operator, { left: lists[0], right: lists[1] });
  const pairs = await rowsOf<{ id: string }>(
    test,
    city,
    `SELECT p.id FROM reconciliation_pair p JOIN compound_source l ON l.city_id = p.city_id AND l.id = p.left_source_id
     JOIN compound_source r ON r.city_id = p.city_id AND r.id = p.right_source_id
     WHERE p.reconciliation_id = $1 AND l.row_number = r.row_number`,
    [reconciliation],
  );
  const imports: string[] = [];
  for (const n of NUMBERS) {
    const lines = ['小区名称,区划代码', `${mark}待撤销${n},${community}`];
    imports.push((await importList(test, city, 'compounds', lines, { list: `${mark}待撤销${n}` })).id);
  }
  const people = await peopleOf(test, city, { mark, community });
  const record = (table: string): Promise<string> =>
    onlyId(test, city, `SELECT record_id AS id FROM ${table} WHERE document_number LIKE $1`, mark);
  const service = await record('service_mode');
  const compound = ids[`${mark}A`] as string;
  const register = await registerOf(test, city, { mark, code: `${mark}A`, compound, numbers: NUMBERS });
  const office = await officeOf(test, city, { mark, county, township, compound });
  const committee = await record('committee');
  const vote = await voteOf(test, city, office);
  await anEntryOf(test, { city, compound });
  return {
    ...{ city, mark, county, township, community, lists, reconciliation, imports },
    compound,
    office,
    register,
    vote,
    company: await onlyId(test, city, 'SELECT id FROM company WHERE name LIKE $1', mark),
    service,
    file: await scanOf(test, city, { id: service, mark }),
    committee,
    body: await bodyOf(test, city, { office, committee, vote }),
    people,
    sealed: await aSealedLine(test, city, people[0]?.login ?? ''),
    compounds: spare.map((code) => ids[code] as string),
    areas: NUMBERS.map((n) => `${township}9${String(n).padStart(2, '0')}`),
    pairs: pairs.map(({ id }) => id),
  };
}

/** One person of each role at home in a place: officials over its areas, the firm's people over its company. */
export async function peopleOfRoles(
  test: TestApp,
  home: Place,
): Promise<Readonly<Record<(typeof CALLERS)[number], Person | null>>> {
  const scopes: Record<(typeof ROLES)[number], ScopeInput> = {
    'city-administrator': { kind: 'area', code: home.city.code },
    'county-staff': { kind: 'area', code: home.county },
    'sub-district-staff': { kind: 'area', code: home.township },
    'community-staff': { kind: 'area', code: home.community },
    'property-firm-staff': { kind: 'company', id: home.company },
    auditor: { kind: 'area', code: home.county },
  };
  const people = ROLES.map((role) => ({ role, scope: scopes[role], login: aLogin(), name: role, password: PASSWORD }));
  await test.app.get(PeopleService).createDemoPeople(home.city.operator, people);
  const found: Partial<Record<(typeof CALLERS)[number], Person | null>> = { nobody: null };
  for (const { role, login } of people) found[role] = await signIn(test, home.city, login, PASSWORD);
  return found as Record<(typeof CALLERS)[number], Person | null>;
}
