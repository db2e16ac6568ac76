import './tools/node-version.mjs';
import { acquireServer } from './embedded/server.mjs';
import { ensure } from './ensure.mjs';
import { environmentFor, readEnvironment } from './environment.mjs';
import { refuseTakenPort } from './start/port.mjs';
import { report } from './start/report.mjs';
import { Programs } from './start/programs.mjs';
import { tell } from './tools/problem.mjs';
import { seconds } from './tools/run.mjs';
import { exitCodeOf, onStop } from './tools/signals.mjs';

const say = (text) => console.log(text);
const programs = new Programs();
let server = null;
let isAcquiring = false;
let wishToStop = null;
let stopped = null;

/** api, then the audit, then the database, so that none loses what it leans on; then this process. */
async function stopInOrder(exitCode) {
  await programs.stop();
  if (server) await server.release();
  process.exit(exitCode);
}

/** The first reason to stop decides the exit code. */
function stopAll(exitCode) {
  stopped ??= stopInOrder(exitCode);
  return stopped;
}

onStop((signal) => {
  if (wishToStop !== null) {
    programs.kill();
    return;
  }
  wishToStop = signal;
  // While the database starts nothing is lost by waiting for it: then it can be stopped in order.
  if (isAcquiring) return;
  if (!server && programs.areNone()) process.exit(exitCodeOf(signal));
  say('\n正在停止 · stopping …');
  void stopAll(0);
});

async function acquire(settings) {
  if (settings.database) return settings.database;
  isAcquiring = true;
  say('启动数据库 · starting the database');
  const waiting = (holder) =>
    say(`等待进程 ${holder.pid} · waiting for process ${holder.pid} to start or stop the database`);
  server = await acquireServer({ dataDir: settings.dataDir, waiting }).finally(() => (isAcquiring = false));
  if (wishToStop !== null) await stopAll(exitCodeOf(wishToStop));
  return server;
}

/** A killed database comes back at the same address, and the applications reconnect by themselves. */
function watchDatabase() {
  if (!server) return;
  const look = async () => {
    if (wishToStop === null) await server.revive().catch((error) => tell(error));
    setTimeout(() => void look(), 1000).unref();
  };
  void look();
}

async function main() {
  const began = performance.now();
  const settings = readEnvironment(process.env);
  await refuseTakenPort(settings);
  await ensure({ say });
  const env = environmentFor(settings, await acquire(settings));
  const onEnd = (app, code) => {
    if (wishToStop !== null || stopped !== null) return;
    say(`${app} 已退出（${code}），全部停止 · ${app} ended (${code}), stopping everything`);
    void stopAll(code);
  };
  const keep = (pid) => server?.adopt(pid);
  const ready = await programs.start('api', { env, keep, onEnd, say });
  await programs.start('coverage-audit', { env, keep, onEnd, say, untilReady: false });
  report(ready, say);
  say(`就绪 · ready (${seconds(began)})。按 Ctrl-C 停止 · Ctrl-C stops`);
  watchDatabase();
}

// What fails because it was told to stop has not failed.
main().catch((error) => stopAll(wishToStop === null ? tell(error) : 0));
