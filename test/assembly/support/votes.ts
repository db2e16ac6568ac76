import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import pg from 'pg';
import type { TestApp } from '../../support/app.js';
import { bodyOf } from '../../support/answers.js';
import { aCity, type TestCity } from '../../support/city.js';
import { daysPassing } from './days-pass.js';
import { compoundsOf } from '../../support/evidence.js';
import { importList } from '../../support/lists.js';
import { anAdministrator, invited, type Person } from '../../support/people.js';

const HEADINGS = '小区编码,楼栋,单元,房号,建筑面积,业主姓名,身份证号,联系电话,产权份额,房屋状态,房屋用途';
const DAY = 86_400_000;

/** A compound whose owners are on the register, and the people who help them vote. */
export interface Owners {
  readonly city: TestCity;
  readonly compound: string;
  readonly admin: Person;
  readonly desk: Person;
  readonly colleague: Person;
}

/** So many owners of one flat each in one stairway; areas in m², 100 unless told. */
export function flats(count: number, area: (n: number) => number | string = () => 100): string[] {
  return Array.from({ length: count }, (_, n) => `A,1,1,${n + 101},${area(n)},业主${n},,,,,`);
}

/** A compound of that city under each code, and the register of all of them; each line begins with its code. */
export async function ownersOf<Code extends string>(
  test: TestApp,
  codes: readonly Code[],
  lines: readonly string[],
  options: { readonly isDemo?: boolean } = {},
): Promise<Readonly<Record<Code, Owners>>> {
  const city = await aCity(test, options);
  const admin = await anAdministrator(test, city);
  const compounds = await compoundsOf(test, city, codes, { area: '02001001' });
  await importList(test, city, 'owners', [HEADINGS, ...lines], { list: '业主名册', asOf: '2026-01-01' });
  const street = { kind: 'area', code: `${city.code}02001` } as const;
  const desk = await invited(test, city, admin, { role: 'sub-district-staff', scope: street });
  const colleague = await invited(test, city, admin, { role: 'sub-district-staff', scope: street });
  const owners = codes.map((code) => [code, { city, compound: compounds[code], admin, desk, colleague }]);
  return Object.fromEntries(owners) as Record<Code, Owners>;
}

export async function someOwners(
  test: TestApp,
  lines: readonly string[],
  options: { readonly isDemo?: boolean } = {},
): Promise<Owners> {
  return (await ownersOf(test, ['A'], lines, options)).A;
}

/** The body of an answer that must not be a refusal. */
export function done<T = Record<string, unknown>>(answer: Response): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return bodyOf<T>(answer);
}

const MOTION = { title: '使用维修资金', body: '更换电梯钢丝绳。', kind: 'plain', matters: ['M5'] };

export interface Prepared {
  readonly id: string;
  readonly motions: readonly string[];
}

/** An assembly with its motions, a draft still. */
export async function prepared(
  { desk, compound }: Owners,
  { motions = [MOTION], ...more }: { motions?: readonly object[]; [field: string]: unknown } = {},
): Promise<Prepared> {
  const organiser = { organiser: 'sub-district', organiserName: '东街街道', organiserBasis: '东街办〔2026〕3号' };
  const request = { compoundId: compound, title: '业主大会', ...organiser, ...more };
  const { id } = done<{ id: string }>(await desk.post('/assemblies', request));
  const ids: string[] = [];
  for (const motion of motions) ids.push(done<{ id: string }>(await desk.post(`/assemblies/${id}/motions`, motion)).id);
  return { id, motions: ids };
}

/** The days of a notice that is given in time: voting begins in 17 days and lasts for ten. */
export function aWindow(): { opensAt: string; closesAt: string } {
  const at = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
  return { opensAt: at(17), closesAt: at(27) };
}

/** The roll is frozen and the notice given. */
export async function noticed(owners: Owners, more: Parameters<typeof prepared>[1] = {}): Promise<Prepared> {
  const assembly = await prepared(owners, more);
  const at = `/assemblies/${assembly.id}`;
  done(await owners.desk.post(`${at}/roll`, { reason: '首次冻结' }));
  done(await owners.desk.post(`${at}/notice`, aWindow()));
  return assembly;
}

/** What the owner of the tables writes; nobody else could. */
export async function asOwner(test: TestApp, city: TestCity, text: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: test.database.ownerUrl });
  await client.connect();
  try {
    await client.query(`BEGIN; SET LOCAL app.city_id = '${city.city.id}'`);
    await client.query(text, values);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

/** Days pass for an assembly. */
export async function daysPass(test: TestApp, { city }: Owners, id: string, days: number): Promise<void> {
  for (const text of daysPassing(days)) await asOwner(test, city, text, [id]);
}

/** A vote into which ballots can be cast, for nine more days. */
export async function opened(
  test: TestApp,
  owners: Owners,
  more: Parameters<typeof prepared>[1] = {},
): Promise<Prepared> {
  const assembly = await noticed(owners, more);
  await daysPass(test, owners, assembly.id, 18);
  done(await owners.desk.post(`/assemblies/${assembly.id}/opening`));
  return assembly;
}

/** The vote is over and closed. */
export async function closed(test: TestApp, owners: Owners, id: string): Promise<void> {
  await daysPass(test, owners, id, 10);
  done(await owners.desk.post(`/assemblies/${id}/closure`));
}

export interface Party {
  readonly party: string;
  readonly label: string;
  readonly weight: string;
}

/** The parties of the roll, in the order of their units. */
export async function partiesOf({ desk }: Owners, id: string): Promise<Party[]> {
  const { items } = done<{ items: Party[] }>(await desk.get(`/assemblies/${id}/roll?limit=200`));
  return items.sort((one, other) => (one.label < other.label ? -1 : 1));
}

/** A ballot that says the same on every motion, unless told otherwise. */
export function aBallot(
  { motions }: Prepared,
  party: string,
  said: string | readonly string[][],
  more: object = {},
): object {
  const answers = motions.map((motion, at) => ({ motion, ticked: typeof said === 'string' ? [said] : said[at] }));
  return { partyId: party, castBy: '张三', witness: '社区李四', answers, ...more };
}

/** Casts at the desk, under a key of its own unless told one. */
export async function cast(
  test: TestApp,
  by: Person,
  { id, ballot, key = randomUUID() }: { id: string; ballot: object; key?: string },
): Promise<Response> {
  return test.http
    .post(`/api/v1/assemblies/${id}/ballots`)
    .set('authorization', `Bearer ${by.accessToken}`)
    .set('idempotency-key', key)
    .send(ballot);
}

/** So many owners say for, against or abstain, in the order of the roll. */
export async function castMany(
  test: TestApp,
  owners: Owners,
  assembly: Prepared,
  said: Readonly<Record<string, number>>,
): Promise<Party[]> {
  const parties = await partiesOf(owners, assembly.id);
  const choices = Object.entries(said).flatMap(([choice, count]) => Array.from({ length: count }, () => choice));
  const answers = await Promise.all(
    choices.map((choice, at) =>
      cast(test, owners.desk, { id: assembly.id, ballot: aBallot(assembly, parties[at]?.party ?? '', choice) }),
    ),
  );
  answers.forEach(done);
  return parties;
}

export interface Certified {
  readonly record: {
    readonly motions: readonly {
      readonly isAdopted: boolean;
      readonly election: { readonly elected: string[]; readonly formation: string } | null;
      readonly results: readonly { readonly id: string; readonly outcome: string; readonly quorum: unknown }[];
    }[];
    readonly ballots: { readonly standing: number; readonly replaced: number; readonly byChannel: object };
    readonly withDeemed: { readonly parties: number; readonly motions: readonly { readonly outcome: string }[] } | null;
    readonly boardRoot: string;
  };
  readonly recordHash: string;
}

/** Closes, counts and certifies. */
export async function certified(test: TestApp, owners: Owners, id: string): Promise<Certified> {
  await closed(test, owners, id);
  return done<Certified>(await owners.desk.post(`/assemblies/${id}/result`, { signers: ['张三', '李四'] }));
}
