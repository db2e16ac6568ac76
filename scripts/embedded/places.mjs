import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeWhole, readIfThere } from '../tools/files.mjs';
import { Problem } from '../tools/problem.mjs';

/** Where a root's database lies when its server's user cannot pass into the data folder. */
const systemState = '/var/lib/jiayuan';

let user;

/**
 * PostgreSQL refuses to run as root; root lends the server another user.
 * @returns {{ uid: number, gid: number } | null} null when the server runs as ourselves
 */
export function serverUser() {
  if (process.platform === 'win32' || process.getuid() !== 0) return null;
  user ??= ['postgres', 'nobody'].map(lookUp).find((found) => found !== null) ?? { uid: 65534, gid: 65534 };
  return user;
}

function lookUp(name) {
  const [uid, gid] = ['-u', '-g'].map((option) => spawnSync('id', [option, name], { encoding: 'utf8' }));
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null;
}

/**
 * @param {string} folder
 * @returns {boolean} whether any user may pass through it and all folders above it
 */
export function isReachableByOthers(folder) {
  for (let above = fs.realpathSync(folder); ; above = path.dirname(above)) {
    if (!(fs.statSync(above).mode & 0o001)) return false;
    if (above === path.dirname(above)) return true;
  }
}

/** Some mounted disks keep no access rights; the server refuses a data folder that all may read. */
function keepsRights(folder) {
  const probe = fs.mkdtempSync(path.join(folder, '.probe-'));
  try {
    fs.chmodSync(probe, 0o700);
    return process.platform === 'win32' || (fs.statSync(probe).mode & 0o777) === 0o700;
  } finally {
    fs.rmdirSync(probe);
  }
}

/** Step by step: where a file system refuses new folders in its own way, Node's recursive mkdir tries for ever. */
function makeFolder(folder) {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    // Another process may have been quicker.
    if (error.code !== 'EEXIST') throw error;
  }
}

/**
 * Makes the data folder. Only the server's user must pass through it, and what it holds is closed file by file.
 * @param {string} dataDir
 * @returns {string} its real path, which names it
 */
export function makeDataFolder(dataDir) {
  try {
    if (!fs.existsSync(dataDir)) {
      makeFolder(dataDir);
      fs.chmodSync(dataDir, serverUser() ? 0o711 : 0o700);
    }
    fs.accessSync(dataDir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
    return fs.realpathSync(dataDir);
  } catch (error) {
    throw new Problem(
      'environment.data-folder',
      `不能使用数据文件夹 ${dataDir}（${error.code}）。请用 JIAYUAN_DATA 指定一个本用户可读写的文件夹。\n` +
        `  The data folder ${dataDir} cannot be used (${error.code}). ` +
        'Name one that this user may write in JIAYUAN_DATA.',
    );
  }
}

function stateFolderFor(dataDir) {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const mine = process.env.XDG_STATE_HOME ?? path.join(os.homedir(), '.local/state');
  return path.join(serverUser() ? systemState : path.join(mine, 'jiayuan'), name);
}

/**
 * The folder of the database itself: inside the data folder, or, where the server's user cannot reach that, a state
 * folder named by a hash of the data folder's path, so that two clones never share one.
 * @param {string} dataDir real path
 * @returns {string}
 */
export function databaseFolder(dataDir) {
  if (serverUser() ? isReachableByOthers(dataDir) : keepsRights(dataDir)) return path.join(dataDir, 'pg');
  const folder = stateFolderFor(dataDir);
  fs.mkdirSync(path.dirname(folder), { recursive: true, mode: 0o755 });
  followMove(dataDir, folder);
  fs.mkdirSync(folder, { recursive: true, mode: 0o711 });
  remember(path.join(folder, 'belongs-to'), dataDir);
  remember(path.join(dataDir, 'database-folder'), folder);
  return path.join(folder, 'pg');
}

function remember(file, text) {
  if (readIfThere(file) !== text) writeWhole(file, text);
}

/**
 * A data folder that was moved keeps its database, which lies elsewhere under the old name. One that was copied does
 * not hold the database, and must neither share the other's nor silently begin an empty one.
 */
function followMove(dataDir, folder) {
  const before = readIfThere(path.join(dataDir, 'database-folder'));
  if (before === null || before === folder || !fs.existsSync(before)) return;
  const owner = readIfThere(path.join(before, 'belongs-to'));
  if (owner !== null && !fs.existsSync(owner)) {
    fs.renameSync(before, folder);
    return;
  }
  throw new Problem(
    'embedded.copied-folder',
    `${dataDir} 是 ${owner} 的副本，数据库并不在其中。请删除该文件夹后重试；要复制数据请用 backup 与 restore。\n` +
      `  ${dataDir} is a copy of ${owner} and does not hold its database. Delete it and try again; ` +
      'to copy the data use backup and restore.',
  );
}

/**
 * Gives a new, closed folder to the server's user.
 * @param {string} folder
 */
export function giveToServer(folder) {
  const owner = serverUser();
  if (owner) fs.chownSync(folder, owner.uid, owner.gid);
  fs.chmodSync(folder, 0o700);
}
