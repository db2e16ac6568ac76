import 'reflect-metadata';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { compoundList } from './support/compound-list.mjs';
import { copyIn, copyOut, rowCounts } from './support/copied-rows.mjs';
import { benchDatabase } from './support/database.mjs';
import { heading, interleaved, line, row } from './support/measure.mjs';

const ROWS = 100_000;
const BOUND_MB = 400;
const ROOT = path.join(import.meta.dirname, '../..');
const CITY = '1405';

/** The tables that an import of compounds writes, in the order of their references. */
const TABLES = [
  ...['file', 'import', 'import_issue', 'compound', 'compound_version', 'compound_source', 'claim'],
  ...['audit_line', 'fact_change'],
];

const built = (file) => import(path.join(ROOT, 'dist', file));
const { CliModule } = await built('apps/cli/src/cli.module.js');
const { operatorActor, operatorPrincipal } = await built('libs/identity/src/index.js');
const { Database, ImportsService } = await built('libs/platform/src/index.js');
const { AreaTree, CitiesService } = await built('libs/registry/src/index.js');

const areas = await readFile(path.join(ROOT, 'libs/schema/src/demo/data/jincheng-areas.csv'), 'utf8');

/** County, township and village of every village of the tree. */
function places() {
  const lines = areas.split(/\r?\n/).slice(1).filter(Boolean);
  const nodes = new Map(lines.map((text) => text.split(',')).map(([level, code, ...rest]) => [code, [level, ...rest]]));
  const above = ([, name, parent]) => [...(nodes.get(parent)?.[0] === 'city' ? [] : above(nodes.get(parent))), name];
  return [...nodes.values()].filter(([level]) => level === 'village').map(above);
}

async function applicationOver({ appUrl, ownerUrl }, dataFolder) {
  const config = {
    ...{
      port: 0,
      host: '127.0.0.1',
      dataFolder,
      databaseUrl: appUrl,
      databaseOwnerUrl: ownerUrl,
      embedded: false,
      demo: false,
    },
    ...{ jwtSecret: 'of-no-use-here'.padEnd(32, '.'), webFolder: null },
  };
  return NestFactory.createApplicationContext(CliModule.for(config), { logger: ['error'], abortOnError: false });
}

async function operatorOfNewCity(app) {
  const city = await app.get(CitiesService).create({ code: CITY, name: '晋城市', areas }, operatorActor());
  const tree = app.get(AreaTree);
  const root = await app.get(Database).transaction({ cityId: city.id }, (manager) => tree.root(manager, city.id));
  return operatorPrincipal(city, root);
}

/** Both must leave the same rows before either is timed. */
async function rowsLeftBy(work, client) {
  await client.query(`TRUNCATE ${TABLES.join(', ')} CASCADE`);
  const before = await rowCounts(client);
  const report = await work();
  const after = await rowCounts(client);
  const grown = Object.keys(after).filter((table) => after[table] > before[table]);
  assert.deepEqual(grown.sort(), [...TABLES].sort());
  return { report, after };
}

/** The peak of the command that people run, in a process that does nothing but this import. */
function peakOfCommand(what, file, { appUrl, ownerUrl }, dataFolder) {
  const args = ['--import', path.join(import.meta.dirname, 'support/report-peak.mjs')];
  const command = [path.join(ROOT, 'dist/apps/cli/src/main.js'), 'import', 'compounds', file, '--city', CITY, '--json'];
  const env = { ...process.env, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, JIAYUAN_DATA: dataFolder };
  const child = spawnSync(process.execPath, [...args, ...command], { encoding: 'utf8', env, maxBuffer: 1e9 });
  if (child.status !== 0) throw new Error(child.stderr);
  const peak = Number(child.stderr.split('\n').at(-1));
  const { rows, accepted, unchanged } = JSON.parse(child.stdout);
  const counted = `${rows} rows, ${accepted} accepted, ${unchanged} unchanged`;
  row([what, `${peak.toFixed(0)} MB`, counted, '', `≤ ${BOUND_MB} MB ${peak <= BOUND_MB ? '✓' : '✗'}`]);
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'jiayuan-bench-'));
const database = await benchDatabase();
const client = new pg.Client({ connectionString: database.ownerUrl });
await client.connect();
const app = await applicationOver(database, folder);
try {
  const file = path.join(folder, '基准小区名单.csv');
  await writeFile(file, compoundList(ROWS, places()));
  const principal = await operatorOfNewCity(app);
  const imports = app.get(ImportsService);
  const importing = () => imports.run(principal, { kind: 'compounds', fileName: path.basename(file), path: file });

  const left = await rowsLeftBy(importing, client);
  const { rows, accepted, rejected, warnings, duplicates } = left.report;
  const copies = await copyOut(client, TABLES);
  const copying = async () => {
    await readFile(file);
    await copyIn(client, copies);
  };
  assert.deepEqual((await rowsLeftBy(copying, client)).after, left.after);

  heading();
  const prepare = () => client.query(`TRUNCATE ${TABLES.join(', ')} CASCADE`);
  const times = await interleaved({ imported: { prepare, run: importing }, copied: { prepare, run: copying } });
  const written = TABLES.reduce((sum, table) => sum + left.after[table], 0);
  line({
    what: `import of ${rows} csv rows (${accepted} accepted)`,
    times: times.imported,
    baseline: `the file read and ${written} rows in ${TABLES.length} tables copied`,
    baselineTimes: times.copied,
    bound: 5,
  });
  assert.ok([rejected, warnings, duplicates].every((issues) => issues.length > 100));

  await prepare();
  peakOfCommand('peak memory of the command that imports them', file, database, folder);
  peakOfCommand('peak memory of the same file again', file, database, folder);
} finally {
  await app.close();
  await client.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
}
