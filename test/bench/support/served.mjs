import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const COMMON = { DATABASE_POOL: '10', NODE_ENV: 'production' };
const api = path.resolve(import.meta.dirname, '../../../dist/apps/api/src/main.js');

/** Starts a server and waits until it says where it listens. */
async function serve(file, env) {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const address = await new Promise((resolve, reject) => {
    child.on('message', (message) => message.type === 'ready' && resolve(message.address));
    child.once('close', () => reject(new Error(`${file} ended before it was ready`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'close');
  };
  return { address, stop };
}

/** The real server with the demo city, as users start it. */
export async function realServer(database, dataFolder) {
  return serve(api, {
    ...COMMON,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    JWT_SECRET: 'of-a-benchmark-'.padEnd(40, 'x'),
    JIAYUAN_DATA: dataFolder,
    JIAYUAN_DEMO: '1',
    PORT: '0',
  });
}

/**
 * The real server, and beside it the bare handler that it is held against, on one database.
 * @param {string} floor the file of the bare handler, in this folder
 */
export async function bothServers(database, dataFolder, floor) {
  const served = await realServer(database, dataFolder);
  const env = { ...COMMON, DATABASE_URL: database.appUrl };
  return { served, floor: await serve(path.join(import.meta.dirname, floor), env) };
}

/** The first compound that the administrator may see. */
export async function aCompound(address, authorization) {
  const listed = await fetch(`${address}/api/v1/compounds?limit=1`, { headers: { authorization } });
  return (await listed.json()).items[0].id;
}

/** @returns {Promise<string>} what the demo's administrator sends as authorization */
export async function signIn(address) {
  const { DEMO_PASSWORD } = await import('../../../dist/libs/schema/src/index.js');
  const answer = await fetch(`${address}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'shi', password: DEMO_PASSWORD }),
  });
  return `Bearer ${(await answer.json()).accessToken}`;
}
