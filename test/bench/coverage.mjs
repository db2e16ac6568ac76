import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { COVERAGE_BASELINE } from './support/coverage-baseline.mjs';
import { benchDatabase, dataSource } from './support/database.mjs';
import { heading, interleaved, line, row } from './support/measure.mjs';
import { fillCities } from './support/synthetic.mjs';

const AS_OF = '2026-11-23';
const MOMENT = { asOf: AS_OF, knownAt: null };
const CITY = { cityId: 1, code: '9901', counties: 6, townships: 13, villages: 22, compounds: 1742 };
const PROVINCE = { cityId: 1, code: '99', counties: 50, townships: 100, villages: 10, compounds: 300_000 };

const { Auditor, RollUp, storeSnapshot } = await import('../../dist/libs/coverage/src/index.js');
const { Database } = await import('../../dist/libs/platform/src/index.js');
const auditor = new Auditor();

/** As the application reads: everything in one snapshot. */
async function reading(source, work) {
  return new Database(source).snapshot({ cityId: 1 }, work);
}

async function writing(source, work) {
  return new Database(source).transaction({ cityId: 1 }, work);
}

/** Facts read, rules run, verdicts and the numbers of every node made. */
async function fullAudit(source) {
  return reading(source, async (manager) => {
    const state = await auditor.full({ manager, cityId: 1, moment: MOMENT });
    const rollUp = new RollUp(state);
    return { state, rollUp };
  });
}

async function baseline(source) {
  return reading(source, (manager) => manager.query(COVERAGE_BASELINE, [1, AS_OF]));
}

/** Both must say the same of every node before either is timed. */
async function agree(source) {
  const { state, rollUp } = await fullAudit(source);
  const rows = await baseline(source);
  assert.ok(rows.length > 1000);
  for (const node of rows) {
    const own = rollUp.own(state.areas.numberOf.get(node.ancestor));
    const told = ['C1', 'C2', 'C3', 'C4A', 'C4B'].map((target) => own.get(target));
    assert.deepEqual(
      told.map(({ numerators }) => numerators.strict),
      [node.c1, node.c2, node.c3, node.c4a, node.c4b].map(Number),
    );
    assert.deepEqual(
      [0, 2, 3].map((n) => told[n].denominator),
      [node.total, node.c3_of, node.c4a_of].map(Number),
    );
  }
}

async function measure(city, work) {
  const database = await benchDatabase();
  await fillCities(database.ownerUrl, [city]);
  const source = await dataSource(database.appUrl);
  try {
    await agree(source);
    const { audit, sql } = await interleaved({ audit: () => fullAudit(source), sql: () => baseline(source) });
    const what = `full audit, ${city.compounds} compounds`;
    line({ what, times: audit, baseline: 'one SQL statement, four rates', baselineTimes: sql, bound: 10 });
    await storing(city, source);
    await work(source, database);
  } finally {
    await source.destroy();
    await database.drop();
  }
}

/** What an audit leaves behind: the numbers of the day, for every area down to the townships. */
async function storing(city, source) {
  const audited = await fullAudit(source);
  const of = { cityId: 1, day: AS_OF, recordedAt: new Date() };
  const times = await interleaved({
    store: () => writing(source, (manager) => storeSnapshot({ manager, ...of }, audited)),
    sql: () => baseline(source),
  });
  const what = `storing the day, ${city.compounds} compounds`;
  line({ what, times: times.store, baseline: 'one SQL statement, four rates', baselineTimes: times.sql });
}

/** A service sign comes and goes at one compound; each time its verdict must come out otherwise. */
async function oneChange(source) {
  let { state } = await fullAudit(source);
  const place = state.ids.findIndex((_, at) => state.packedAt(at, 0) === 0);
  const id = state.ids[place];
  const signs = 'service_sign WHERE city_id = 1 AND compound_id = $1';
  let stood = state.packedAt(place, 0);
  const again = {
    prepare: () =>
      writing(source, (manager) =>
        manager.query(
          `UPDATE service_sign SET superseded_at = CASE WHEN superseded_at IS NULL THEN now() END
           WHERE id IN (SELECT id FROM ${signs})`,
          [id],
        ),
      ),
    run: async () => {
      state = await reading(source, (manager) => auditor.again({ manager, cityId: 1, moment: MOMENT }, state, [id]));
      new RollUp(state).own(0);
      const stands = state.packedAt(place, 0);
      assert.notEqual(stands, stood);
      stood = stands;
    },
  };
  const times = await interleaved({ again, full: () => fullAudit(source) });
  const baseline = "the city's full pass";
  line({
    what: 'one changed fact audited again',
    times: times.again,
    baseline,
    baselineTimes: times.full,
    bound: 0.05,
  });
}

/** The peak of a process that does nothing but one full audit of the province. */
function peakMemory(source, { appUrl }) {
  const child = spawnSync(process.execPath, [import.meta.filename, 'memory', appUrl], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  const peak = Number(child.stdout.trim());
  row([
    `peak memory, ${PROVINCE.compounds} compounds`,
    `${peak.toFixed(0)} MB`,
    '',
    '',
    `≤ 400 MB ${peak <= 400 ? '✓' : '✗'}`,
  ]);
}

if (process.argv[2] === 'memory') {
  const source = await dataSource(process.argv[3]);
  await fullAudit(source);
  await source.destroy();
  console.log(process.resourceUsage().maxRSS / 1024);
} else {
  heading();
  await measure(CITY, oneChange);
  await measure(PROVINCE, peakMemory);
}
