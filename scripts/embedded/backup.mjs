import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { copyFolder, writeWhole } from '../tools/files.mjs';
import { Problem } from '../tools/problem.mjs';
import { databaseFolder, makeDataFolder } from './places.mjs';
import { acquireServer } from './server.mjs';
import { namesIn, secretsOf } from './state.mjs';

/** Contents the server makes anew when it starts, and what belongs to this run alone. */
const leftOut =
  /^(postmaster\.(pid|opts)|pg_(wal|replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans)\/.*|.*pgsql_tmp.*)$/;

/** What makes a folder a backup; written last, so that a backup cut short is none. */
export const manifestName = 'backup.json';

export const backupFormat = 1;

function refuseFilled(folder) {
  if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0) {
    throw new Problem(
      'cli.backup-not-empty',
      `${folder} 不是空文件夹，请换一个新文件夹。\n  ${folder} is not empty; name a new folder.`,
    );
  }
}

/** The server writes on while we copy: a file may vanish under us, and the write-ahead log says why. */
function copyFile(from, to) {
  try {
    fs.copyFileSync(from, to);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

function copyDatabase(from, to, inside = '') {
  fs.mkdirSync(path.join(to, inside), { recursive: true, mode: 0o700 });
  for (const entry of fs.readdirSync(path.join(from, inside), { withFileTypes: true })) {
    const name = path.posix.join(inside, entry.name);
    if (leftOut.test(name)) continue;
    if (entry.isDirectory()) copyDatabase(from, to, name);
    else if (entry.isFile()) copyFile(path.join(from, name), path.join(to, name));
  }
}

/** The log between the first and the last moment of the copy makes one moment of it. */
function copyLog(from, to, { first, last }) {
  for (const name of fs.readdirSync(path.join(from, 'pg_wal'))) {
    const isSegment = /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last;
    if (isSegment || name.endsWith('.history'))
      fs.copyFileSync(path.join(from, 'pg_wal', name), path.join(to, 'pg_wal', name));
  }
}

async function copyOnline(client, from, to) {
  const ask = async (sql) => (await client.query(sql)).rows[0];
  // The slot lives as long as this connection and keeps the log that the copy needs, however much is written meanwhile.
  await client.query(`select pg_create_physical_replication_slot('jiayuan_backup_${process.pid}', true, true)`);
  const { first } = await ask("select pg_walfile_name(pg_backup_start('jiayuan', true)) as first");
  copyDatabase(from, to);
  const stopped = await ask(
    'select lsn, labelfile, spcmapfile, pg_walfile_name(lsn) as last from pg_backup_stop(false)',
  );
  copyLog(from, to, { first, last: stopped.last });
  fs.writeFileSync(path.join(to, 'backup_label'), stopped.labelfile, { mode: 0o600 });
  return stopped.lsn;
}

/**
 * Copies the whole installation while it runs: the database as of one moment near the end of the copy, then the files
 * that its rows may name, the keys that sign its logs, and the secrets without which the database cannot be opened.
 * @param {{ dataDir: string, folder: string }} where `folder` must be new or empty
 * @returns {Promise<{ folder: string, takenAt: string, lsn: string, message: string }>}
 */
export async function backup({ dataDir, folder }) {
  refuseFilled(folder);
  const server = await acquireServer({ dataDir });
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: server.ownerUrl });
  client.on('error', () => {});
  try {
    await client.connect();
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    const real = makeDataFolder(dataDir);
    const lsn = await copyOnline(client, databaseFolder(real), path.join(folder, 'database'));
    const { files, logKeys, jwtSecret } = namesIn(real);
    if (fs.existsSync(files)) copyFolder(files, path.join(folder, 'files'));
    if (fs.existsSync(logKeys)) copyFolder(logKeys, path.join(folder, 'log-keys'));
    if (fs.existsSync(jwtSecret)) fs.copyFileSync(jwtSecret, path.join(folder, 'jwt-secret'));
    writeWhole(path.join(folder, 'secrets.json'), JSON.stringify(secretsOf(real)));
    // A backup is told to be there only once the disk has it.
    if (process.platform !== 'win32') spawnSync('sync');
    const takenAt = new Date().toISOString();
    writeWhole(path.join(folder, manifestName), `${JSON.stringify({ format: backupFormat, takenAt, lsn }, null, 2)}\n`);
    const message = `已备份到 ${folder}，其中含口令，请妥善保管 · backed up to ${folder}; it holds passwords, keep it safe`;
    return { folder, takenAt, lsn, message };
  } finally {
    await client.end();
    await server.release();
  }
}
