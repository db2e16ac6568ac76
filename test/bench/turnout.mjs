import assert from 'node:assert/strict';
import pg from 'pg';
import { benchDatabase, dataSource } from './support/database.mjs';
import { heading, interleaved, line } from './support/measure.mjs';
import { castAll, openVote } from './support/open-vote.mjs';
import { fillCities } from './support/synthetic.mjs';

// The turnout board of 5,000 owners, of whom half have voted, against the one statement that counts them.
const PARTIES = 5000;
const CITY = { cityId: 1, code: '9901', counties: 1, townships: 1, villages: 1, compounds: 5 };

const BOARD_IN_SQL = {
  name: 'board',
  text: `SELECT count(b.party_id) AS cast, sum(e.heads) AS heads, sum(e.weight) AS weight,
      sum(e.heads) FILTER (WHERE b.party_id IS NOT NULL) AS cast_heads,
      sum(e.weight) FILTER (WHERE b.party_id IS NOT NULL) AS cast_weight, e.building, e.stairway, b.channel
    FROM roll_entry e
    LEFT JOIN ballot b ON b.city_id = $1 AND b.assembly_id = $2 AND b.party_id = e.party_id AND b.replaces IS NULL
    WHERE e.city_id = $1 AND e.assembly_id = $2 AND e.version = 1
    GROUP BY e.building, e.stairway, b.channel`,
};

const { CompoundLinks, CompoundScopes } = await import('../../dist/libs/registry/src/index.js');
const { Database } = await import('../../dist/libs/platform/src/index.js');
const { operatorPrincipal } = await import('../../dist/libs/identity/src/index.js');
const { AssemblyFiles, CountReader } = await import('../../dist/libs/assembly/src/index.js');
const { TurnoutService } = await import('../../dist/libs/assembly/src/counting/turnout.service.js');

/** The first compound of the city, and the area at the root of its tree. */
async function placeOf(ownerUrl) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`BEGIN; SET LOCAL app.city_id = '1'`);
  const { rows } = await client.query(`SELECT c.id AS compound, a.id, a.path FROM compound c, area a
    WHERE a.parent_id IS NULL LIMIT 1`);
  await client.query('COMMIT');
  await client.end();
  return rows[0];
}

const database = await benchDatabase();
await fillCities(database.ownerUrl, [CITY]);
const { compound: compoundId, ...root } = await placeOf(database.ownerUrl);
const vote = await openVote(database.ownerUrl, { cityId: 1, compoundId, parties: PARTIES });
await castAll(database.ownerUrl, { cityId: 1, id: vote.id, most: PARTIES / 2 });
const source = await dataSource(database.appUrl);
const reads = new Database(source);
const service = new TurnoutService(
  reads,
  new AssemblyFiles(new CompoundScopes(new CompoundLinks())),
  new CountReader(),
);
const principal = operatorPrincipal({ id: 1, code: CITY.code, name: CITY.code }, root);

const board = () => service.turnout(principal, vote.id);
const sql = () =>
  reads.transaction(principal, async (manager) => {
    const client = await manager.queryRunner.connect();
    return (await client.query({ ...BOARD_IN_SQL, values: [1, vote.id] })).rows;
  });

try {
  const [ours, theirs] = [await board(), await sql()];
  const castIn = (list, of) => list.reduce((sum, each) => sum + Number(each[of]), 0);
  assert.equal(castIn(ours.doors, 'cast'), PARTIES / 2);
  assert.equal(castIn(theirs, 'cast'), PARTIES / 2);
  const times = await interleaved({ board, sql });
  heading();
  const [what, baseline] = ['turnout board, 5,000 owners', 'one SQL statement'];
  line({ what, times: times.board, baseline, baselineTimes: times.sql, bound: 2 });
} finally {
  await source.destroy();
  await database.drop();
}
