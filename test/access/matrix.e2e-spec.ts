import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RouteCheck } from '#libs/identity';
import pg from 'pg';
import { testApp, type TestApp } from '../support/app.js';
import { callsOf, send, type Call, type Who } from './calls.js';
import { refusalsIn, type Described } from './description.js';
import { CALLERS, cityOf, PASSWORD, peopleOfRoles, placeOf, TODAY, type Place } from './places.js';
import { memberOn } from './member-routes.js';
import { ROUTES, type Route } from './routes.js';

/** Made once: they are hundreds, and asked for at every request. */
const CALLS = { atHome: callsOf(true), elsewhere: callsOf(false) } as const;
const MARKS = { own: '本区', foreign: '外区', otherCity: '邻市' } as const;

/** A company belongs to no area: officials see those of the whole city, by name. */
const NAMES_OF_THE_CITY: readonly Route[] = ['GET /companies', 'GET /companies/:id'];
/** Whoever holds a paper is told what stands on it; of a vote that has its notice everybody reads compound and motions. */
const NAMES_FOR_ALL: readonly Route[] = [
  'GET /verify/:documentNumber',
  'GET /public/:city/compounds',
  'GET /public/:city/compounds/:id/committees',
  'GET /public/:city/assemblies',
  'GET /public/:city/assemblies/:id',
  'GET /public/:city/assemblies/:id/bundles/:motion',
  'GET /public/:city/fund/compounds',
  'GET /public/:city/fund/projects',
  'GET /public/:city/fund/projects/:id',
  'GET /public/:city/maintenance-funds/:compoundId',
  'GET /public/:city/maintenance-funds/:compoundId/repairs',
  'GET /public/:city/compounds/:id/common-revenue',
  'GET /public/:city/compounds/:id/common-revenue/statements/:period',
  'GET /public/:city/compounds/:id/common-revenue/entries',
  'GET /public/:city/compounds/:id/common-revenue/entries/:entry',
];

let test: TestApp;
let callers: readonly Who[];
let places: Readonly<Record<keyof typeof MARKS, Place>>;
let watcher: pg.Client;
let description: Described;
/** The transaction from which on lines are counted: those of the route that is asked about, among ever more. */
let since = '0';

beforeAll(async () => {
  test = await testApp();
  test.at(`${TODAY}T08:00:00+08:00`);
  const city = await cityOf(test, [MARKS.own, MARKS.foreign]);
  places = {
    own: await placeOf(test, city, { mark: MARKS.own, number: 1 }),
    foreign: await placeOf(test, city, { mark: MARKS.foreign, number: 2 }),
    otherCity: await placeOf(test, await cityOf(test, [MARKS.otherCity]), { mark: MARKS.otherCity, number: 1 }),
  };
  const people = await peopleOfRoles(test, places.own);
  const roles = CALLERS.map((role) => ({ role, person: people[role], password: PASSWORD }));
  callers = [...roles, { role: 'committee-member', person: places.own.body.chair, password: PASSWORD }];
  watcher = new pg.Client({ connectionString: test.database.appUrl });
  await watcher.connect();
  description = (await test.http.get('/api/v1/openapi.json')).body as Described;
});

beforeEach(async () => {
  const { rows } = await watcher.query<{ xmin: string }>('SELECT pg_snapshot_xmin(pg_current_snapshot()) AS xmin');
  since = rows[0]?.xmin ?? '0';
});
afterAll(async () => {
  await watcher?.end();
  await test.close();
});

interface Traces {
  readonly lines: number;
  readonly all: string;
}

/** What a write leaves behind in a city: its audit lines, and the counters of facts and of people. */
function tracesIn(place: Place): string {
  return `SET LOCAL app.city_id = '${place.city.city.id}';
    SELECT (SELECT count(*)::int FROM audit_line WHERE written_in >= ${since}) AS lines, fact_version, identity_version
    FROM city_stamp`;
}

async function traces(): Promise<{ readonly own: Traces; readonly other: Traces }> {
  const text = `BEGIN READ ONLY; ${tracesIn(places.own)}; ${tracesIn(places.otherCity)}; COMMIT`;
  const results = (await watcher.query(text)) as unknown as { rows: { lines: number }[] }[];
  const [own, other] = [results[2]?.rows[0], results[4]?.rows[0]] as [{ lines: number }, { lines: number }];
  const told = (row: { lines: number }): Traces => ({ lines: row.lines, all: JSON.stringify(row) });
  return { own: told(own), other: told(other) };
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

/** What an answer says beyond the words of its own question. */
function saidBeyond(call: Call, text: string): string {
  return stringsIn(call.body)
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => (word === '' ? left : left.replaceAll(word, '')), text);
}

/** Which words of places that the caller does not see are in the answer. */
function leaksIn(route: Route, who: Who, said: string): string[] {
  if (NAMES_FOR_ALL.includes(route)) return [];
  const seesWholeCity =
    who.role === 'city-administrator' || (who.role !== 'property-firm-staff' && NAMES_OF_THE_CITY.includes(route));
  const hidden = [
    MARKS.otherCity,
    ...(seesWholeCity ? [] : [MARKS.foreign]),
    ...(who.person || !route.startsWith('GET') ? [] : [MARKS.own]),
  ];
  return hidden.filter((mark) => said.includes(mark));
}

interface Outcome {
  readonly status: number;
  readonly faults: readonly string[];
}

async function outcomeOf(route: Route, place: keyof typeof MARKS, who: Who): Promise<Outcome> {
  const call = await CALLS[place === 'own' ? 'atHome' : 'elsewhere'][route](places[place], who, test);
  const before = await traces();
  const answer = await send(test, route, call, who);
  const after = await traces();
  const faults = leaksIn(route, who, saidBeyond(call, answer.text ?? '')).map((mark) => `shows ${mark}`);
  const writes = !route.startsWith('GET') && answer.status < 300;
  if (writes && after.own.lines <= before.own.lines) faults.push('left no audit line');
  if (!writes && after.own.all !== before.own.all) faults.push('left a trace, although nothing was done');
  if (after.other.all !== before.other.all) faults.push('left a trace in another city');
  if (answer.status >= 500) faults.push(answer.text);
  const { code = '' } = answer.body as { code?: string };
  const isDescribed = refusalsIn(description, route).get(answer.status)?.includes(code) ?? false;
  if (answer.status >= 400 && !isDescribed)
    faults.push(`refuses with ${answer.status} ${code}, which is not described`);
  return { status: answer.status, faults: faults.map((fault) => `${who.role}, ${place}: ${fault}`) };
}

describe('routes and roles', () => {
  it('lists every route of the application, and no other', () => {
    const running = test.app
      .get(RouteCheck)
      .routes()
      .map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(ROUTES).sort()).toEqual([...running].sort());
  });

  it.each(Object.keys(ROUTES) as Route[])('%s', async (route) => {
    const [own, foreign, otherCity] = ROUTES[route].map((each, at) =>
      each === '-' ? each : `${each} ${memberOn(route)[at]}`,
    ) as [string, string, string];
    const expected = { own, foreign, otherCity, faults: [] as string[] };
    const found = { own: '-', foreign: '-', otherCity: '-', faults: [] as string[] };
    for (const place of ['own', 'foreign', 'otherCity'] as const) {
      if (expected[place] === '-') continue;
      const outcomes: Outcome[] = [];
      for (const who of callers) outcomes.push(await outcomeOf(route, place, who));
      found[place] = outcomes.map(({ status }) => status).join(' ');
      found.faults.push(...outcomes.flatMap(({ faults }) => faults));
    }
    expect(found).toEqual(expected);
  });
});
