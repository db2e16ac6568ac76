import './tools/node-version.mjs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensure } from './ensure.mjs';
import { testDatabase } from './test/database.mjs';
import { filesBelow, root } from './tools/files.mjs';
import { Problem, tell } from './tools/problem.mjs';
import { bind } from './tools/run.mjs';
import { exitCodeOf, onStop } from './tools/signals.mjs';

// `npm run bench` runs every benchmark, `npm run bench -- PART` those whose file name holds PART. Each prints its own
// table, baseline and ratio side by side, on a server that keeps to the disk as a real one does.
const parts = process.argv.slice(2);

let database = null;
let isEnding = false;

async function end(exitCode) {
  if (isEnding) return;
  isEnding = true;
  await database?.then(
    (started) => started.stop(),
    () => {},
  );
  process.exit(exitCode);
}

onStop((signal) => void end(exitCodeOf(signal)));

function benchmarks() {
  const folder = path.join(root, 'test/bench');
  const files = filesBelow(folder).filter((file) => file.endsWith('.mjs') && path.dirname(file) === folder);
  const chosen = files.filter((file) => parts.length === 0 || parts.some((part) => path.basename(file).includes(part)));
  if (chosen.length === 0)
    throw new Problem('bench.none', '没有这样的基准测试 · there is no such benchmark in test/bench', 2);
  return chosen;
}

function run(file, env) {
  return new Promise((resolve) => {
    console.log(`\n── ${path.relative(root, file)}`);
    const args = ['--expose-gc', '--enable-source-maps', file];
    const child = bind(spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' }));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function main() {
  const files = benchmarks();
  await ensure({ dev: true, web: false });
  database = testDatabase({ durable: true });
  const { env } = await database;
  const codes = [];
  for (const file of files) codes.push(await run(file, env));
  await end(codes.some((code) => code !== 0) ? 1 : 0);
}

main().catch((error) => end(tell(error)));
