import fs from 'node:fs';
import path from 'node:path';
import { readIfThere } from './files.mjs';
import { Problem } from './problem.mjs';
import { isRunning, nameOf, sleep } from './processes.mjs';

// A lock that survives kill -9 of its holder without ever being held twice. Node has no flock, and "delete the stale
// file, then make a new one" lets a slow rival delete the lock of a quick one. Here a lock is a numbered ticket: the
// highest number rules, a ticket whose holder is gone or has let go may be followed by the next number, made by a hard
// link (which succeeds for one rival only), and a ticket is deleted only when a higher one stands. A rival that slept
// through two changes may still make an old number: it looks again, sees the higher one, and withdraws.

const FREE = 'free';

function tickets(folder) {
  const numbers = fs.readdirSync(folder).flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  return numbers.sort((a, b) => a - b);
}

/**
 * null when the ticket went away meanwhile: then somebody moved on, and the caller looks again. Tickets appear whole;
 * one that cannot be read was cut by a power failure, which also ended its holder.
 */
function holderOf(folder, number) {
  const text = readIfThere(path.join(folder, String(number)));
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return { pid: 0, state: FREE };
  }
}

function place(folder, number, content, how) {
  const draft = path.join(folder, `draft-${process.pid}-${Math.random().toString(36).slice(2)}`);
  fs.writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
  try {
    how(draft, path.join(folder, String(number)));
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** A helper that outlives a killed holder, such as an npm half-way through an install, still holds the lock. */
function isHeld(holder) {
  return holder.state !== FREE && [holder, ...(holder.helpers ?? [])].some(isRunning);
}

/** @returns {number | null} the number of our ticket, or null when somebody else holds or took the lock */
function tryTake(folder, mine) {
  const highest = tickets(folder).at(-1) ?? 0;
  if (highest > 0) {
    const holder = holderOf(folder, highest);
    if (holder === null || isHeld(holder)) return null;
  }
  const number = highest + 1;
  if (!place(folder, number, mine, fs.linkSync)) return null;
  if (tickets(folder).at(-1) !== number) {
    fs.rmSync(path.join(folder, String(number)), { force: true });
    return null;
  }
  sweep(folder, number);
  return number;
}

function sweep(folder, number) {
  const longAgo = Date.now() - 60_000;
  for (const name of fs.readdirSync(folder)) {
    const file = path.join(folder, name);
    const changed = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const draftLeftBehind = name.startsWith('draft-') && changed < longAgo;
    if (draftLeftBehind || Number(name) < number) fs.rmSync(file, { force: true });
  }
}

/** A folder that was deleted under us holds no lock any more, so there is nothing left to let go. */
function letGo(folder, number, mine) {
  try {
    place(folder, number, { ...mine, state: FREE }, fs.renameSync);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

function currentHolder(folder) {
  const highest = tickets(folder).at(-1);
  return highest === undefined ? null : holderOf(folder, highest);
}

/**
 * Runs `work` while no other process (nor another caller in this one) runs under the same lock.
 * @template T
 * @param {{ folder: string, patience?: number, waiting?: (holder: { pid: number }) => void }} lock
 *   `folder` names the lock and is made when absent; `patience` in milliseconds; `waiting` is told who holds it, once,
 *   after a second
 * @param {(lend: (pid: number) => void) => Promise<T>} work `lend` makes a child process hold the lock as well
 * @returns {Promise<T>}
 */
export async function withLock({ folder, patience = 180_000, waiting }, work) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const mine = { ...nameOf(process.pid), state: 'held' };
  const began = Date.now();
  let number = tryTake(folder, mine);
  for (let told = false; number === null; number = tryTake(folder, mine)) {
    const holder = currentHolder(folder);
    if (!told && holder !== null && Date.now() - began > 1000) {
      waiting?.(holder);
      told = true;
    }
    if (Date.now() - began > patience) {
      throw new Problem(
        'lock.held-too-long',
        `进程 ${holder?.pid ?? '?'} 一直占用 ${folder}。请等它结束，或结束它后重试。\n` +
          `  Process ${holder?.pid ?? '?'} keeps holding ${folder}. Wait for it or end it, then try again.`,
      );
    }
    await sleep(15 + Math.random() * 15);
  }
  const helpers = [];
  const lend = (pid) => {
    helpers.push(nameOf(pid));
    place(folder, number, { ...mine, helpers }, fs.renameSync);
  };
  try {
    return await work(lend);
  } finally {
    letGo(folder, number, mine);
  }
}
