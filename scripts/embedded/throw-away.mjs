import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readIfThere, writeWhole } from '../tools/files.mjs';
import { isRunning, nameOf } from '../tools/processes.mjs';
import { isReachableByOthers, serverUser } from './places.mjs';
import * as postmaster from './postmaster.mjs';
import { prepareRoles, urlOf } from './roles.mjs';
import { newPassword } from './state.mjs';

const prefix = 'jiayuan-throw-away-';

function temporaryFolder() {
  const usual = os.tmpdir();
  return serverUser() && !isReachableByOthers(usual) ? '/tmp' : usual;
}

/** Servers whose owner was killed before it could stop them. */
async function sweep(parent) {
  for (const name of fs.readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const folder = path.join(parent, name);
    const owner = readIfThere(path.join(folder, 'owner.json'));
    if (owner !== null && !isRunning(JSON.parse(owner))) await remove(folder);
  }
}

async function remove(folder) {
  await postmaster.stop(path.join(folder, 'pg'));
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * A server of its own for tests and benchmarks, gone with all it holds after `stop`.
 * @param {{ durable?: boolean }} [wanted] false, the default, spares the disk
 * @returns {Promise<{ ownerUrl: (database?: string) => string, appUrl: (database?: string) => string,
 *   folder: string, stop: () => Promise<void> }>}
 */
export async function throwAwayServer({ durable = false } = {}) {
  const parent = fs.realpathSync(temporaryFolder());
  await sweep(parent);
  const folder = fs.mkdtempSync(path.join(parent, prefix));
  fs.chmodSync(folder, 0o711);
  writeWhole(path.join(folder, 'owner.json'), JSON.stringify(nameOf(process.pid)));
  const passwords = { ownerPassword: newPassword(), appPassword: newPassword() };
  const database = path.join(folder, 'pg');
  try {
    postmaster.create({ folder: database, password: passwords.ownerPassword, durable });
    const { port } = await postmaster.start({ folder: database, durable, logFile: path.join(folder, 'server.log') });
    await prepareRoles({ port, ...passwords, database: null });
    return {
      ownerUrl: (name = 'postgres') =>
        urlOf({ role: 'jiayuan_owner', password: passwords.ownerPassword, port, database: name }),
      appUrl: (name = 'postgres') =>
        urlOf({ role: 'jiayuan_app', password: passwords.appPassword, port, database: name }),
      folder,
      stop: () => remove(folder),
    };
  } catch (error) {
    await remove(folder);
    throw error;
  }
}
