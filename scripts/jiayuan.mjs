import './tools/node-version.mjs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { backup } from './embedded/backup.mjs';
import { restore } from './embedded/restore.mjs';
import { acquireServer } from './embedded/server.mjs';
import { ensure } from './ensure.mjs';
import { environmentFor, readEnvironment } from './environment.mjs';
import { root } from './tools/files.mjs';
import { Problem, tell } from './tools/problem.mjs';
import { exitCodeOf, onStop } from './tools/signals.mjs';

const args = process.argv.slice(2);
const words = args.filter((arg) => !arg.startsWith('-'));
const options = args.filter((arg) => arg.startsWith('-'));
const json = options.includes('--json');
// stdout belongs to the answer.
const say = (text) => console.error(text);

let phase = 'preparing';
let wishToStop = null;
let program = null;

onStop((signal) => {
  wishToStop = signal;
  if (phase === 'preparing') process.exit(exitCodeOf(signal));
  // Ctrl-C in a terminal reaches the command by itself; a signal to this process alone is passed on.
  if (signal !== 'SIGINT') program?.kill(signal);
});

/** Commands that only count, or only explain, never start a server. */
function needsDatabase() {
  const explains = options.some((option) => ['--help', '-h', '--version', '-V'].includes(option));
  return words.length > 0 && !explains && !['recount', 'help'].includes(words[0]);
}

async function runProgram(env, server) {
  const main = path.join(root, 'dist/apps/cli/src/main.js');
  program = spawn(process.execPath, ['--enable-source-maps', main, ...args], {
    env: { ...process.env, ...env },
    stdio: 'inherit',
    windowsHide: true,
  });
  const ended = new Promise((resolve, reject) => {
    program.once('error', reject);
    program.once('close', (code, signal) => resolve(signal ? exitCodeOf(signal) : code));
  });
  await server?.adopt(program.pid);
  return ended;
}

async function runWithDatabase(settings) {
  if (settings.database) return runProgram(environmentFor(settings, settings.database), null);
  const waiting = (holder) =>
    say(`等待进程 ${holder.pid} · waiting for process ${holder.pid} to start or stop the database`);
  const server = await acquireServer({ dataDir: settings.dataDir, waiting });
  try {
    if (wishToStop !== null) return exitCodeOf(wishToStop);
    return await runProgram(environmentFor(settings, server), server);
  } finally {
    await server.release();
  }
}

/** The two commands about the embedded database as a whole are done here, beside the code that runs it. */
async function runWhole(command, settings) {
  const [, folder, ...rest] = words;
  if (folder === undefined || rest.length > 0 || options.some((option) => option !== '--json')) {
    throw new Problem(
      'cli.usage',
      `用法：jiayuan ${command} 文件夹 [--json]\n  Usage: jiayuan ${command} DIR [--json]`,
      2,
    );
  }
  if (settings.database) {
    throw new Problem(
      `cli.${command}-needs-embedded`,
      `${command} 只用于内置数据库；当前使用 DATABASE_URL，请用 PostgreSQL 自己的备份工具。\n` +
        `  ${command} is for the embedded database; with DATABASE_URL use PostgreSQL's own tools.`,
    );
  }
  const done = await { backup, restore }[command]({ dataDir: settings.dataDir, folder: path.resolve(folder) });
  if (json) console.log(JSON.stringify(done));
  else console.log(done.message);
  return 0;
}

async function main() {
  const settings = readEnvironment(process.env);
  await ensure({ web: false, say });
  phase = 'running';
  if (!needsDatabase()) return runProgram({}, null);
  if (['backup', 'restore'].includes(words[0])) return runWhole(words[0], settings);
  return runWithDatabase(settings);
}

main().then(
  (code) => process.exit(code),
  (error) => {
    if (json && error instanceof Problem) console.log(JSON.stringify(error.document()));
    process.exit(tell(error));
  },
);
