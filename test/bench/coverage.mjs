import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { benchDatabase, dataSource } from './support/database.mjs';
import { COVERAGE_BASELINE } from './support/coverage-baseline.mjs';
import { heading, interleaved, line } from './support/measure.mjs';
import { fillCity } from './support/synthetic.mjs';

const AS_OF = '2026-11-23';
const CITY = { cityId: 1, code: '9901', counties: 6, townships: 13, villages: 22, compounds: 1742 };
const PROVINCE = { cityId: 2, code: '9902', counties: 50, townships: 100, villages: 10, compounds: 300_000 };

const { Auditor, RollUp } = await import('../../dist/libs/coverage/src/index.js');
const { AreaTree } = await import('../../dist/libs/registry/src/index.js');

async function within(source, cityId, work) {
  return source.transaction(async (manager) => {
    await manager.query(`SET LOCAL app.city_id = '${cityId}'`);
    return work(manager);
  });
}

async function fullAudit(source, auditor, cityId) {
  return within(source, cityId, async (manager) => {
    const state = await auditor.full({ manager, cityId, moment: { asOf: AS_OF, knownAt: null } });
    const rollUp = new RollUp(state);
    return { state, nodes: state.areas.nodes.map((_, node) => rollUp.own(node)) };
  });
}

async function baseline(source, cityId) {
  return within(source, cityId, (manager) => manager.query(COVERAGE_BASELINE, [cityId, AS_OF]));
}

/** Both must say the same of the city before either is timed. */
async function agree(source, auditor, cityId) {
  const { state, nodes } = await fullAudit(source, auditor, cityId);
  const rows = await baseline(source, cityId);
  for (const row of rows) {
    const own = nodes[state.areas.numberOf.get(row.ancestor)];
    const pick = (target) => [own.get(target).numerators.strict, own.get(target).denominator];
    assert.deepEqual(pick('C1'), [Number(row.c1), Number(row.total)]);
    assert.equal(pick('C2')[0], Number(row.c2));
    assert.deepEqual(pick('C3'), [Number(row.c3), Number(row.c3_of)]);
    assert.deepEqual(pick('C4A'), [Number(row.c4a), Number(row.c4a_of)]);
    assert.equal(pick('C4B')[0], Number(row.c4b));
  }
}

async function main() {
  const database = await benchDatabase();
  const source = await dataSource(database.appUrl);
  const auditor = new Auditor(new AreaTree());
  try {
    for (const city of [CITY, PROVINCE]) await source.transaction((manager) => fillCity(manager, city));
    const owner = await dataSource(database.ownerUrl);
    await owner.query('VACUUM ANALYZE');
    await owner.destroy();
    heading();
    for (const city of [CITY, PROVINCE]) {
      await agree(source, auditor, city.cityId);
      const best = await interleaved({
        audit: () => fullAudit(source, auditor, city.cityId),
        sql: () => baseline(source, city.cityId),
      });
      const what = `full audit, ${city.compounds} compounds`;
      line({ what, ms: best.audit, baseline: 'one SQL statement, four rates', baselineMs: best.sql, bound: 10 });
    }
    await oneChange(source, auditor);
    peakMemory(database.appUrl);
  } finally {
    await source.destroy();
    await database.drop();
  }
}

async function oneChange(source, auditor) {
  const { cityId } = CITY;
  const { state } = await fullAudit(source, auditor, cityId);
  const id = state.ids[1000];
  const best = await interleaved({
    change: () =>
      within(source, cityId, async (manager) => {
        await auditor.again({ manager, cityId, moment: { asOf: AS_OF, knownAt: null } }, state, [id]);
        return new RollUp(state).own(0);
      }),
    full: () => fullAudit(source, auditor, cityId),
  });
  line({
    what: 'one changed fact audited again',
    ms: best.change,
    baseline: "the city's full pass",
    baselineMs: best.full,
    bound: 0.05,
  });
}

/** The peak of a process that does nothing but one full audit of the province. */
function peakMemory(appUrl) {
  const child = spawnSync(process.execPath, [import.meta.filename, 'memory', appUrl], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  const megabytes = Number(child.stdout.trim());
  console.log(
    `| peak memory, ${PROVINCE.compounds} compounds | ${megabytes.toFixed(0)} MB | | | ≤ 400 MB ${megabytes <= 400 ? '✓' : '✗'} |`,
  );
}

if (process.argv[2] === 'memory') {
  const source = await dataSource(process.argv[3]);
  await fullAudit(source, new Auditor(new AreaTree()), PROVINCE.cityId);
  await source.destroy();
  console.log(process.resourceUsage().maxRSS / 1024);
} else {
  await main();
}
