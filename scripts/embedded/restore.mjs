import fs from 'node:fs';
import path from 'node:path';
import { copyFolder, filesBelow, foldersBelow, readIfThere } from '../tools/files.mjs';
import { withLock } from '../tools/lock.mjs';
import { Problem } from '../tools/problem.mjs';
import { backupFormat, manifestName } from './backup.mjs';
import { databaseFolder, makeDataFolder, serverUser } from './places.mjs';
import { acquireServer } from './server.mjs';
import { namesIn } from './state.mjs';

function readManifest(folder) {
  const text = readIfThere(path.join(folder, manifestName));
  const manifest = text === null ? null : JSON.parse(text);
  if (manifest?.format === backupFormat) return manifest;
  throw new Problem(
    'cli.restore-no-backup',
    `${folder} 不是完整的备份（缺少或不识别 ${manifestName}）。\n` +
      `  ${folder} is no complete backup: ${manifestName} is missing or of another format.`,
  );
}

/** Only what a start or a command makes by merely looking may be there already. */
function refuseFilled(dataDir, database) {
  const there = fs.readdirSync(dataDir).filter((name) => !['lock', 'database-folder'].includes(name));
  if (there.length === 0 && !fs.existsSync(database)) return;
  throw new Problem(
    'cli.restore-not-empty',
    `${dataDir} 已有数据，恢复不会覆盖。请用 JIAYUAN_DATA 指定一个空文件夹。\n` +
      `  ${dataDir} already holds data, and a restore never overwrites. Name an empty folder in JIAYUAN_DATA.`,
  );
}

function give(folder) {
  const owner = serverUser();
  if (!owner) return;
  for (const name of [...foldersBelow(folder), ...filesBelow(folder)]) fs.chownSync(name, owner.uid, owner.gid);
}

/** The order matters: the database appears last and whole, so that a restore cut short is not taken for a city. */
function place(folder, dataDir, database) {
  const draft = `${database}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  copyFolder(path.join(folder, 'database'), draft);
  fs.chmodSync(draft, 0o700);
  give(draft);
  const names = namesIn(dataDir);
  for (const part of [names.files, names.logKeys]) {
    const kept = path.join(folder, path.basename(part));
    if (fs.existsSync(kept)) copyFolder(kept, part);
  }
  const jwtSecret = path.join(folder, 'jwt-secret');
  if (fs.existsSync(jwtSecret)) fs.copyFileSync(jwtSecret, names.jwtSecret);
  fs.copyFileSync(path.join(folder, 'secrets.json'), names.secrets);
  fs.renameSync(draft, database);
}

/**
 * Puts a backup into an empty data folder, then starts and stops its database once: what cannot be opened is told
 * now, not on the day it is needed.
 * @param {{ dataDir: string, folder: string }} where
 * @returns {Promise<{ folder: string, takenAt: string, dataDir: string, message: string }>}
 */
export async function restore({ dataDir: named, folder }) {
  const { takenAt } = readManifest(folder);
  const dataDir = makeDataFolder(named);
  await withLock({ folder: namesIn(dataDir).lock }, async () => {
    const database = databaseFolder(dataDir);
    refuseFilled(dataDir, database);
    place(folder, dataDir, database);
  });
  const server = await acquireServer({ dataDir });
  await server.release();
  const message = `已从 ${folder}（${takenAt}）恢复到 ${dataDir} · restored into ${dataDir}`;
  return { folder, takenAt, dataDir, message };
}
