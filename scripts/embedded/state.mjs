import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { readIfThere, writeWhole } from '../tools/files.mjs';
import { isRunning } from '../tools/processes.mjs';

/** What lies in the data folder, all of it closed to others. */
export const namesIn = (dataDir) => ({
  lock: path.join(dataDir, 'lock'),
  secrets: path.join(dataDir, 'secrets.json'),
  server: path.join(dataDir, 'server.json'),
  log: path.join(dataDir, 'server.log'),
  jwtSecret: path.join(dataDir, 'jwt-secret'),
  files: path.join(dataDir, 'files'),
  logKeys: path.join(dataDir, 'log-keys'),
});

/** @returns {string} 48 hexadecimal digits */
export function newPassword() {
  return randomBytes(24).toString('hex');
}

/**
 * The passwords of this installation, made on first use.
 * @param {string} dataDir
 * @returns {{ ownerPassword: string, appPassword: string }}
 */
export function secretsOf(dataDir) {
  const file = namesIn(dataDir).secrets;
  const text = readIfThere(file);
  if (text !== null) return JSON.parse(text);
  const secrets = { ownerPassword: newPassword(), appPassword: newPassword() };
  writeWhole(file, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

/**
 * The key that signs session tokens, made on first use. Two processes that make it at once agree on the first.
 * @param {string} dataDir
 * @returns {string}
 */
export function jwtSecretOf(dataDir) {
  const file = namesIn(dataDir).jwtSecret;
  const there = readIfThere(file);
  if (there !== null) return there.trim();
  const draft = `${file}.${process.pid}.draft`;
  writeWhole(draft, randomBytes(48).toString('base64url'));
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
  return fs.readFileSync(file, 'utf8').trim();
}

/**
 * The running server's address and users, without users that are gone.
 * @param {string} dataDir
 * @returns {{ port?: number, users: { pid: number, start: string | null }[] }}
 */
export function readServer(dataDir) {
  const text = readIfThere(namesIn(dataDir).server);
  const state = text === null ? {} : JSON.parse(text);
  return { ...state, users: (state.users ?? []).filter(isRunning) };
}

/**
 * @param {string} dataDir
 * @param {object} state
 */
export function writeServer(dataDir, state) {
  writeWhole(namesIn(dataDir).server, `${JSON.stringify(state, null, 2)}\n`);
}
