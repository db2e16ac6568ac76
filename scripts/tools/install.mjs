import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { hashOf, readIfThere, root, writeWhole } from './files.mjs';
import { Problem } from './problem.mjs';
import { bind, seconds } from './run.mjs';

// The stamp lies inside node_modules, so that it goes when node_modules goes, and it is written last, so that an
// install killed half-way leaves none.

const stamp = path.join(root, 'node_modules/.jiayuan-installed');

function lockHash() {
  return hashOf([path.join(root, 'package-lock.json')]);
}

function installed() {
  const [hash, kind] = (readIfThere(stamp) ?? '').split(':');
  return { current: hash === lockHash(), kind };
}

/** Whether someone's own `npm install` or `npm ci` already left exactly what the lock names, by npm's own record. */
function isInstalledByHand(dev) {
  const record = readIfThere(path.join(root, 'node_modules/.package-lock.json'));
  if (record === null) return false;
  const there = JSON.parse(record).packages;
  const named = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(named).every(([name, { version, integrity, optional, devOptional, dev: onlyDev }]) => {
    if (name === '' || optional || devOptional || (onlyDev && !dev)) return true;
    return there[name]?.version === version && there[name]?.integrity === integrity;
  });
}

function mark(dev) {
  writeWhole(stamp, `${lockHash()}:${dev ? 'dev' : 'prod'}`, 0o644);
}

/**
 * @param {{ dev: boolean }} wanted
 * @returns {boolean} whether node_modules holds what package-lock.json names; all for tests is also all for a start
 */
export function isInstalled({ dev }) {
  const { current, kind } = installed();
  return current && (kind === 'dev' || !dev);
}

function npm(args) {
  const script = process.env.npm_execpath;
  // Under another package manager's "run" npm_execpath names that one.
  const fromNpm = script !== undefined && /npm-cli\.c?js$/.test(script);
  const [command, first] = fromNpm ? [process.execPath, [script]] : ['npm', []];
  return spawn(command, [...first, ...args, '--loglevel=error', '--no-progress'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: !fromNpm && process.platform === 'win32',
  });
}

function runNpm(args, { say, lend }) {
  const began = performance.now();
  const beat = setInterval(() => say(`  …… 安装中 · installing ${seconds(began)}`), 5000);
  return new Promise((resolve) => {
    let output = '';
    const child = bind(npm(args));
    if (child.pid) lend(child.pid);
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  }).finally(() => clearInterval(beat));
}

/**
 * @param {{ dev: boolean, say: (text: string) => void, lend: (pid: number) => void }} wanted
 */
export async function install({ dev, say, lend }) {
  const began = performance.now();
  if (isInstalledByHand(dev)) return mark(dev);
  const { current, kind } = installed();
  const scope = dev ? '--include=dev' : '--omit=dev';
  say(dev ? '安装依赖（含测试所需）· installing packages, with those for tests' : '安装依赖 · installing packages');
  fs.rmSync(stamp, { force: true });
  // What a start installed is only added to: `npm ci` would take the database's program away under a running server.
  const added = current && kind === 'prod' && (await runNpm(['install', scope, '--no-save'], { say, lend })).code === 0;
  if (!added) {
    const { code, output } = await runNpm(['ci', scope], { say, lend });
    if (code !== 0) {
      throw new Problem(
        'install.failed',
        `安装依赖失败。请检查网络与 npm 源，再运行一次。\n  npm could not install the packages. Check the network ` +
          `and the registry npm is set to, then run it again.\n${output.trim()}`,
      );
    }
  }
  mark(dev);
  say(`依赖就绪 · packages ready (${seconds(began)})`);
}
