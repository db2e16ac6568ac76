import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { withLock } from '../tools/lock.mjs';
import { nameOf } from '../tools/processes.mjs';
import { databaseFolder, makeDataFolder } from './places.mjs';
import * as postmaster from './postmaster.mjs';
import { prepareRoles, urlOf } from './roles.mjs';
import { namesIn, readServer, secretsOf, writeServer } from './state.mjs';

// Whoever comes first starts the server and leaves its address; whoever comes later attaches; the last to leave stops
// it. All of that happens under one lock in the data folder, so a start that meets a stop waits for it.

/**
 * @typedef {object} Server
 * @property {string} ownerUrl for migrations
 * @property {string} appUrl for the applications: no superuser, under row security
 * @property {(pid: number) => Promise<void>} adopt keeps the server for a child too, should this process be killed
 * @property {() => Promise<void>} revive starts it again, at the same address, if it was killed
 * @property {() => Promise<void>} release leaves; the last one stops it
 */

/**
 * @param {{ dataDir: string, durable?: boolean, waiting?: (holder: { pid: number }) => void }} wanted
 *   `durable` false gives up safety against a power failure; `waiting` is told when another start or stop is under way
 * @returns {Promise<Server>}
 */
export async function acquireServer({ dataDir: named, durable = true, waiting }) {
  const dataDir = makeDataFolder(named);
  const folder = databaseFolder(dataDir);
  const lock = { folder: namesIn(dataDir).lock, waiting };
  const join = (names) => withLock(lock, () => register({ dataDir, folder, durable, names }));
  // The id tells two acquisitions of one process apart.
  const id = randomUUID();
  const mine = [{ ...nameOf(process.pid), id }];
  const { ownerUrl, appUrl } = await join(mine);
  return {
    ownerUrl,
    appUrl,
    async adopt(pid) {
      mine.push({ ...nameOf(pid), id });
      await join(mine);
    },
    async revive() {
      if (postmaster.runningOn(folder) === null) await join(mine);
    },
    release: () => withLock(lock, () => leave({ dataDir, folder, id })),
  };
}

async function register({ dataDir, folder, durable, names }) {
  const state = readServer(dataDir);
  const secrets = secretsOf(dataDir);
  const port = await ensureRunning({ dataDir, folder, durable, port: state.port, secrets });
  const others = state.users.filter((user) => user.id !== names[0].id);
  const urls = {
    ownerUrl: urlOf({ role: 'jiayuan_owner', password: secrets.ownerPassword, port }),
    appUrl: urlOf({ role: 'jiayuan_app', password: secrets.appPassword, port }),
  };
  writeServer(dataDir, { port, ...urls, users: [...others, ...names] });
  return urls;
}

/** @returns {Promise<number>} the server's port; if it must be started, the one where others may still look for it */
async function ensureRunning({ dataDir, folder, durable, port, secrets }) {
  const running = postmaster.runningOn(folder) && (await postmaster.awaitReady(folder));
  if (running) {
    if (running.port === port) return port;
    // Nobody left its address: the starter was killed. It is ours if it takes our password.
    if (await isOurs(running.port, secrets)) return running.port;
  }
  await postmaster.stop(folder);
  if (!fs.existsSync(folder)) postmaster.create({ folder, password: secrets.ownerPassword, durable });
  const started = await postmaster.start({ folder, port, durable, logFile: namesIn(dataDir).log });
  await prepareRoles({ port: started.port, ...secrets });
  return started.port;
}

async function isOurs(port, secrets) {
  try {
    await prepareRoles({ port, ...secrets });
    return true;
  } catch {
    return false;
  }
}

async function leave({ dataDir, folder, id }) {
  const state = readServer(dataDir);
  const users = state.users.filter((user) => user.id !== id);
  if (users.length > 0) {
    writeServer(dataDir, { ...state, users });
    return;
  }
  await postmaster.stop(folder);
  fs.rmSync(namesIn(dataDir).server, { force: true });
}
