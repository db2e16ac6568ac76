import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { readIfThere } from '../tools/files.mjs';
import { Problem } from '../tools/problem.mjs';
import { commandOf, isRunning, nameOf, sleep, waitUntil } from '../tools/processes.mjs';
import { programs } from './binaries.mjs';
import { giveToServer, serverUser } from './places.mjs';

// The server belongs to no process of ours: it is detached, so that Ctrl-C in a terminal does not reach it, and what
// is known of it is read from postmaster.pid, so that whoever comes later knows as much as who started it.

const lasting = ['-c', 'synchronous_commit=on'];
const throwAway = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'shared_buffers=128MB',
  'max_connections=100',
  'timezone=UTC',
  'log_timezone=UTC',
  'jit=off',
].flatMap((setting) => ['-c', setting]);

/** Neither language nor home of the caller may change how the server sorts, speaks or starts. */
function asServer() {
  const env = {
    PATH: process.env.PATH,
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    HOME: '/nonexistent',
    SystemRoot: process.env.SystemRoot,
  };
  return { ...serverUser(), env, cwd: path.parse(process.cwd()).root, windowsHide: true };
}

/**
 * @param {string} folder of the database
 * @returns {{ pid: number, start: string | null, port: number, status: string } | null} the server that runs on it
 */
export function runningOn(folder) {
  const lines = (readIfThere(path.join(folder, 'postmaster.pid')) ?? '').split('\n');
  const pid = Number(lines[0]);
  // A stale file may name a pid that now belongs to another program, or to the server of a copied folder.
  if (!(pid > 0) || !commandOf(pid).includes(`-D ${folder} `)) return null;
  const name = nameOf(pid);
  return name.start === null ? null : { ...name, port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() };
}

/**
 * Makes a new database cluster. It appears under its name only when it is whole, so that one that was cut short is
 * never taken for one.
 * @param {{ folder: string, password: string, durable: boolean }} wanted the password of the role jiayuan_owner
 */
export function create({ folder, password, durable }) {
  const draft = `${folder}.new`;
  const secret = `${folder}.secret`;
  for (const leftover of [draft, secret]) fs.rmSync(leftover, { recursive: true, force: true });
  for (const made of [draft, secret]) {
    fs.mkdirSync(made);
    giveToServer(made);
  }
  const passwordFile = path.join(secret, 'password');
  fs.writeFileSync(passwordFile, password);
  // The folder around it is closed to everybody but root and the server's user.
  fs.chmodSync(passwordFile, 0o644);
  const args = ['-D', draft, '-U', 'jiayuan_owner', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  const locale = ['--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const sync = durable ? [] : ['--no-sync'];
  const made = spawnSync(programs()('initdb'), [...args, ...locale, ...sync], { ...asServer(), encoding: 'utf8' });
  fs.rmSync(secret, { recursive: true, force: true });
  if (made.status !== 0) {
    fs.rmSync(draft, { recursive: true, force: true });
    throw failure('embedded.initdb', folder, made.error?.message ?? made.stderr);
  }
  fs.renameSync(draft, folder);
}

function failure(code, folder, words) {
  return new Problem(
    code,
    `内置数据库无法启动（${folder}）。原因见下文。\n  The embedded database could not start (${folder}):\n` +
      `${String(words).trim().split('\n').slice(-15).join('\n')}`,
  );
}

/** @returns {Promise<boolean>} whether nobody listens there */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.on('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

async function choosePort(wished) {
  if (wished && (await isFree(wished))) return wished;
  return new Promise((resolve, reject) => {
    const probe = net.createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function launch({ folder, port, durable, logFile }) {
  if ((fs.statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) fs.renameSync(logFile, `${logFile}.1`);
  const log = fs.openSync(logFile, 'a', 0o600);
  const from = fs.fstatSync(log).size;
  const args = ['-D', folder, '-p', String(port), ...settings, ...(durable ? lasting : throwAway)];
  const child = spawn(programs()('postgres'), args, { ...asServer(), detached: true, stdio: ['ignore', log, log] });
  fs.closeSync(log);
  child.unref();
  const started = { child, ended: false, said: () => fs.readFileSync(logFile).subarray(from).toString('utf8') };
  child.on('error', () => (started.ended = true));
  child.on('exit', () => (started.ended = true));
  return started;
}

/**
 * Waits until the server on this folder takes connections; a long recovery after a crash is waited for.
 * @param {string} folder
 * @param {() => boolean} [hasEnded] tells early that it will never come
 */
export async function awaitReady(folder, hasEnded = () => runningOn(folder) === null) {
  for (const end = Date.now() + 120_000; Date.now() < end; await sleep(10)) {
    const running = runningOn(folder);
    if (running?.status === 'ready') return running;
    if (running?.status === 'stopping' || (running === null && hasEnded())) return null;
  }
  return null;
}

/**
 * Starts the server on a database that is there.
 * @param {{ folder: string, port?: number, durable: boolean, logFile: string }} wanted `port` is taken when it is free
 * @returns {Promise<{ pid: number, port: number }>}
 */
export async function start({ folder, port: wished, durable, logFile }) {
  let said = '';
  // A start may fail for a reason that passes: the port was taken in between, or processes of a killed server still
  // hold its memory.
  for (let port = await choosePort(wished), end = Date.now() + 30_000; Date.now() < end; await sleep(200)) {
    const started = launch({ folder, port, durable, logFile });
    const running = await awaitReady(folder, () => started.ended);
    if (running) return running;
    said = started.said();
    if (/could not bind/.test(said)) port = await choosePort();
    else if (!started.ended || !/shared memory block|lock file "postmaster.pid" already exists/.test(said)) break;
  }
  throw failure('embedded.start', folder, said);
}

/**
 * Stops the server on this folder, if one runs, and waits until it is gone.
 * @param {string} folder
 */
export async function stop(folder) {
  const running = runningOn(folder);
  if (running === null) return;
  // INT disconnects everybody and closes in good order; QUIT is for a server that does not answer: it costs a recovery.
  for (const [signal, patience] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ]) {
    signalServer(folder, running.pid, signal);
    if (await waitUntil(() => !isRunning(running), patience)) return;
  }
}

function signalServer(folder, pid, signal) {
  if (process.platform === 'win32') {
    const mode = signal === 'SIGINT' ? 'fast' : 'immediate';
    spawnSync(programs()('pg_ctl'), ['stop', '-D', folder, '-m', mode, '-W'], asServer());
    return;
  }
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
