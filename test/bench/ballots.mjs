import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { benchDatabase, dataSource } from './support/database.mjs';
import { heading, interleaved, line, median, row } from './support/measure.mjs';
import { ballotsOf, CONNECTIONS, post } from './support/casting.mjs';
import { castAll, openVote } from './support/open-vote.mjs';
import { aCompound, bothServers, signIn } from './support/served.mjs';

// Casting over HTTP, everybody in one assembly, against a bare handler that commits one row for each request; and the
// verdict of 5,000 owners × 10 motions from raw ballots against the one statement that computes it.
const REQUESTS = 4000;
const ROUNDS = 5;
const LEAST_RATE = 0.9;

async function casting(database, dataFolder) {
  const { served, floor } = await bothServers(database, dataFolder, 'bare-commit.mjs');
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    await owner.query(
      `CREATE TABLE bench_row (id text PRIMARY KEY, body text NOT NULL); GRANT INSERT ON bench_row TO PUBLIC`,
    );
    const authorization = await signIn(served.address);
    const compoundId = await aCompound(served.address, authorization);
    const vote = await openVote(database.ownerUrl, { cityId: 1, compoundId, parties: REQUESTS * (ROUNDS + 1) + 2000 });
    const bodies = () => ballotsOf(vote, REQUESTS);
    const [cast, rows] = [[], []];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const url = `${served.address}/api/v1/assemblies/${vote.id}/ballots`;
      const measured = await post(url, authorization, bodies(), REQUESTS);
      const plain = Array.from({ length: REQUESTS + 200 }, () => '{"for":1}');
      const base = await post(`${floor.address}/row`, authorization, plain, REQUESTS);
      // The first round only warms.
      if (round > 0) cast.push(measured);
      if (round > 0) rows.push(base);
    }
    return { cast, rows };
  } finally {
    await owner.end();
    await served.stop();
    await floor.stop();
  }
}

/** The library's own count, both tallies apart, over the same raw ballots. */
async function verdicts(database) {
  const { CountReader, countOf, SqlTally } = await import('../../dist/libs/assembly/src/index.js');
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`BEGIN; SET LOCAL app.city_id = '1'`);
  const compoundId = (await owner.query('SELECT id FROM compound LIMIT 1')).rows[0].id;
  await owner.query('COMMIT');
  await owner.end();
  const vote = await openVote(database.ownerUrl, { cityId: 1, compoundId, parties: 5000 });
  await castAll(database.ownerUrl, { cityId: 1, id: vote.id });
  const source = await dataSource(database.appUrl);
  const within = (work) =>
    source.transaction(async (manager) => {
      await manager.query(`SET LOCAL app.city_id = '1'`);
      return work(manager);
    });
  const rules = { invalid: 'exclude' };
  const motion = (id, at) => ({
    ...{ id, title: '议题', kind: 'plain', offered: ['for', 'against', 'abstain'], seats: null, candidates: null },
    ...{ alternates: null, votingClass: at % 2 === 1 ? 'special' : 'ordinary' },
  });
  const file = {
    assembly: { cityId: 1, id: vote.id, rules },
    motions: vote.motions.map(motion),
    ruledOn: '2026-11-23',
  };
  const reader = new CountReader();
  const sql = new SqlTally();
  const counted = () => within(async (manager) => countOf(await reader.read(manager, file)));
  const asked = vote.motions.map((id, at) => ({ ...motion(id, at), candidates: [], isSpecial: at % 2 === 1 }));
  const input = { cityId: 1, assemblyId: vote.id, version: 1, motions: asked, invalidTakesPart: false };
  const inDatabase = () => within((manager) => sql.count(manager, input));
  try {
    const [ours, theirs] = [await counted(), await inDatabase()];
    assert.deepEqual(
      ours.map(({ results }) => [results[0].counts.for.weight, results[0].outcome === 'ADOPTED']),
      theirs.map(({ weight, isAdopted }) => [weight, isAdopted]),
    );
    return await interleaved({ counted, inDatabase });
  } finally {
    await source.destroy();
  }
}

const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'jiayuan-bench-'));
const database = await benchDatabase();
try {
  const { cast, rows } = await casting(database, dataFolder);
  const sorted = (list, of) => list.map((each) => each[of]).sort((one, other) => one - other);
  heading();
  const [rate, floor] = [sorted(cast, 'rate').at(-1), sorted(rows, 'rate').at(-1)];
  const medians = median(sorted(cast, 'rate')) / median(sorted(rows, 'rate'));
  const told = (list) => {
    const [rates, p99] = [sorted(list, 'rate').map((each) => each.toFixed(0)), sorted(list, 'p99')];
    return `${median(rates)}/s (${rates[0]}–${rates.at(-1)}), p99 ${median(p99)} ms`;
  };
  const isFast = rate / floor >= LEAST_RATE ? '✓' : '✗';
  const what = `casting a ballot of ten motions, ${CONNECTIONS} connections, one assembly`;
  row([
    what,
    told(cast),
    `one row per request: ${told(rows)}`,
    `${(rate / floor).toFixed(3)} / ${medians.toFixed(3)}`,
    `≥ ${LEAST_RATE} ${isFast}`,
  ]);
  const { counted, inDatabase } = await verdicts(database);
  line({
    what: 'verdict, 5,000 × 10, from raw ballots',
    times: counted,
    baseline: 'one SQL statement',
    baselineTimes: inDatabase,
    bound: 1.5,
  });
} finally {
  await database.drop();
  await rm(dataFolder, { recursive: true, force: true });
}
