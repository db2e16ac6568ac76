import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { readIfThere, root } from '../tools/files.mjs';

/** Groups of processes that this run started and that must not outlive it. */
const groups = new Set();

function signalGroup(pid, signal) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Ends every test process and what the tests left running. */
export function endTests() {
  for (const pid of groups) signalGroup(pid, 'SIGKILL');
}

function runGroup(args, { env, minutes }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
    });
    groups.add(child.pid);
    const limit = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), minutes * 60_000);
    child.on('error', () => resolve(1));
    child.on('close', (code) => {
      clearTimeout(limit);
      signalGroup(child.pid, 'SIGKILL');
      groups.delete(child.pid);
      resolve(code ?? 1);
    });
  });
}

/**
 * What jest wrote of a run, as counts. A file that could not be loaded counts as one failure, and so does a run that
 * wrote nothing, found nothing, or ended badly although no test failed.
 * @param {string | null} report
 * @param {number} code exit code
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function countsOf(report, code) {
  const result = report === null ? {} : JSON.parse(report);
  const passed = result.numPassedTests ?? 0;
  const failed = (result.numFailedTests ?? 0) + (result.numRuntimeErrorTestSuites ?? 0);
  const skipped = (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0);
  const ranBadly = failed === 0 && (passed === 0 || code !== 0);
  return { passed, failed: ranBadly ? 1 : failed, skipped };
}

/**
 * @param {{ name: string, files: string[], minutes: number }} layer
 * @param {Record<string, string>} env
 */
export async function runJest({ name, files, minutes }, env) {
  if (files.length === 0) return { passed: 0, failed: 1, skipped: 0, output: '没有测试文件 · there is no spec file' };
  const folder = path.join(root, '.cache/tests');
  fs.mkdirSync(folder, { recursive: true });
  const report = path.join(folder, `${name}.json`);
  fs.rmSync(report, { force: true });
  const jest = [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '-c',
    'test/jest.config.mjs',
  ];
  const out = ['--json', `--outputFile=${report}`, '--cacheDirectory=.cache/jest'];
  const code = await runGroup([...jest, '--maxWorkers=2', ...out, '--runTestsByPath', ...files], { env, minutes });
  return countsOf(readIfThere(report), code);
}
