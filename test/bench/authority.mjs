import assert from 'node:assert/strict';
import pg from 'pg';
import { AUTHORITY_IN_SQL, questionsAbout } from './support/authority-questions.mjs';
import { benchDatabase, dataSource } from './support/database.mjs';
import { grantPowers } from './support/granted-powers.mjs';
import { heading, interleaved, median, row } from './support/measure.mjs';
import { fillCities } from './support/synthetic.mjs';

// Who may do what, where and when, asked in memory and in SQL; and acts written with and without the check of it.
const CITY = { cityId: 1, code: '9901', counties: 11, townships: 7, villages: 10, compounds: 2000 };

/** Rounds of some milliseconds, each after one that is not timed: the machine leaves some of both alone. */
const ROUND = { inMemory: 10_000, inSql: 20 };
const AUTHORITY_BOUND = 500;

const ACTS = 2000;
const CONNECTIONS = 16;
const INSERT_BOUND = 0.5;

const built = (file) => import(`../../dist/libs/${file}`);
const { ChainHold } = await built('devolution/src/acts/issuing/chain-hold.js');
const { Bodies } = await built('devolution/src/bodies/bodies.js');
const { DelegationRegister } = await built('devolution/src/delegations/delegation-register.js');
const { STANDARD_EDITION } = await built('devolution/src/index.js');
const { AreaTree } = await built('registry/src/index.js');

const perSecond = (count, milliseconds) => (count / milliseconds) * 1000;

/** Prints rates (best and median) and their ratio; the best ones decide, as everywhere. */
function rates(what, { count, times }, baseline, bound) {
  const best = (each) => perSecond(each.count, each.times[0]);
  const usual = (each) => perSecond(each.count, median(each.times));
  const told = (each) => `${best(each).toFixed(0)}/s / ${usual(each).toFixed(0)}/s`;
  const own = { count, times };
  const ratio = best(own) / best(baseline);
  const usualRatio = usual(own) / usual(baseline);
  row([
    what,
    told(own),
    `${baseline.what}: ${told(baseline)}`,
    `${ratio.toPrecision(3)} / ${usualRatio.toPrecision(3)}`,
    `≥ ${bound} ${ratio >= bound ? '✓' : '✗'}`,
  ]);
}

async function within(source, work) {
  return source.transaction(async (manager) => {
    await manager.query(`SET LOCAL app.city_id = '1'`);
    return work(manager);
  });
}

async function placesOf(client) {
  const { rows } = await client.query(`SELECT a.path FROM compound_version v
    JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id WHERE v.city_id = 1 ORDER BY a.path`);
  return rows.map(({ path }) => path);
}

async function askAuthority(register, client) {
  const places = await placesOf(client);
  const bodies = [...new Set(register.delegations.map(({ to }) => to))];
  const questions = questionsAbout({ powers: STANDARD_EDITION, bodies, places, count: ROUND.inMemory });
  const asked = questions.map(AUTHORITY_IN_SQL.of);
  const { name, text } = AUTHORITY_IN_SQL;
  const inSql = async (values) => (await client.query({ name, text, values })).rows[0]?.document_number ?? null;
  const inMemory = (question) => register.index.grantInForce(question)?.documentNumber ?? null;

  const answers = questions.map(inMemory);
  for (const [n, values] of asked.entries()) assert.equal(answers[n], await inSql(values));
  const allowed = answers.filter((number) => number !== null).length;
  assert.ok(allowed > questions.length / 3 && allowed < (questions.length * 2) / 3);

  const allInMemory = async () => {
    let found = 0;
    for (const question of questions) if (inMemory(question) !== null) found += 1;
    assert.equal(found, allowed);
  };
  let at = 0;
  const someInSql = async () => {
    for (let n = 0; n < ROUND.inSql; n += 1) await inSql(asked[(at += 1) % asked.length]);
  };
  const times = await interleaved({
    memory: { prepare: allInMemory, run: allInMemory },
    sql: { prepare: someInSql, run: someInSql },
  });
  const size = `${register.delegations.length} grants, ${STANDARD_EDITION.length} powers, ${bodies.length} bodies`;
  rates(
    `who may do what, of ${size}`,
    { count: ROUND.inMemory, times: times.memory },
    { what: 'one SQL query', count: ROUND.inSql, times: times.sql },
    AUTHORITY_BOUND,
  );
}

const uuid = (n) => `00000000-0000-7000-9000-${n.toString(16).padStart(12, '0')}`;

/** Cases that wait for their paper, of every power and body; the moment is one at which some grants had ended. */
async function waitingActs(register, owner) {
  const at = Date.parse('2026-06-01T10:00:00+08:00');
  const held = register.delegations.filter(
    ({ acceptedAt, effectiveTo }) => acceptedAt !== null && effectiveTo === null,
  );
  const grants = Array.from({ length: ACTS }, (_, n) => held[(n * 7919) % held.length]);
  await owner.query(
    `INSERT INTO act (city_id, id, power_code, body_area_id, compound_id, applicant, form, opened_at, opened_on,
       opened_by, opened_by_name, input_hash)
     SELECT 1, a.id, 'WY-02', a.body, (SELECT min(id::text)::uuid FROM compound WHERE city_id = 1), 'bench', '{}',
       $3, '2026-06-01', 'bench', 'bench', '' FROM unnest($1::uuid[], $2::uuid[]) AS a (id, body)`,
    [grants.map((_, n) => uuid(n)), grants.map(({ to }) => to.areaId), new Date(at)],
  );
  await owner.query('VACUUM ANALYZE act');
  return grants.map(({ chain }, n) => ({
    ...{ cityId: 1, id: uuid(n), documentNumber: `9901-WY02-2026-${n}`, chain, decision: '同意' },
    ...{ issuedAt: new Date(at), issuedOn: '2026-06-01', signer: 'bench' },
  }));
}

const FREE_INSERT = `INSERT INTO act_issue (city_id, id, document_number, chain, decision, issued_at, issued_on, signer)
  VALUES ($1, $2, $3, $4::uuid[], $5, $6, $7, $8) RETURNING id`;

/** As many at once as there are connections, each a transaction of its one statement. */
async function writeAll(issues, write) {
  let next = 0;
  let written = 0;
  const worker = async () => {
    for (let issue = issues[next++]; issue; issue = issues[next++]) if (await write(issue)) written += 1;
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return written;
}

async function writeActs(register, appUrl, owner) {
  const issues = await waitingActs(register, owner);
  const extra = { options: '-c app.city_id=1 -c jit=off' };
  const source = await dataSource(appUrl, { poolSize: CONNECTIONS, extra });
  const hold = new ChainHold();
  const held = ({ manager }) => writeAll(issues, (issue) => hold.insert(manager, issue, issue.issuedOn));
  const free = ({ manager }) =>
    writeAll(issues, async ({ cityId, id, documentNumber, chain, decision, issuedAt, issuedOn, signer }) => {
      const values = [cityId, id, documentNumber, chain, decision, issuedAt, issuedOn, signer];
      return (await manager.query(FREE_INSERT, values)).length === 1;
    });
  const prepare = () => owner.query('TRUNCATE act_issue CASCADE');
  try {
    const [settings] = await source.query(
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
         current_setting('app.city_id') AS city`,
    );
    assert.deepEqual(settings, { fsync: 'on', commit: 'on', city: '1' });
    await prepare();
    const written = await held(source);
    await prepare();
    assert.deepEqual([await free(source), written < ACTS, written > ACTS * 0.9], [ACTS, true, true]);
    const times = await interleaved({
      held: { prepare, run: () => held(source) },
      free: { prepare, run: () => free(source) },
    });
    rates(
      `an act with its check, the chain held, ${CONNECTIONS} connections`,
      { count: ACTS, times: times.held },
      { what: 'a free insert', count: ACTS, times: times.free },
      INSERT_BOUND,
    );
  } finally {
    await source.destroy();
  }
}

const database = await benchDatabase();
const client = new pg.Client({ connectionString: database.appUrl, options: '-c app.city_id=1 -c jit=off' });
const owner = new pg.Client({ connectionString: database.ownerUrl });
await Promise.all([client.connect(), owner.connect()]);
const source = await dataSource(database.appUrl);
try {
  await fillCities(database.ownerUrl, [CITY]);
  await grantPowers(
    database.ownerUrl,
    STANDARD_EDITION.map(({ code }) => code),
  );
  const register = await within(source, (manager) => new DelegationRegister(new Bodies(new AreaTree())).of(manager, 1));
  heading();
  await askAuthority(register, client);
  await writeActs(register, database.appUrl, owner);
} finally {
  await source.destroy();
  await Promise.all([client.end(), owner.end()]);
  await database.drop();
}
