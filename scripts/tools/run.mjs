import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { root } from './files.mjs';

/**
 * A helper must not work on when its master has gone.
 * @template {import('node:child_process').ChildProcess} Child
 * @param {Child} child
 * @returns {Child}
 */
export function bind(child) {
  const end = () => child.kill('SIGTERM');
  process.on('exit', end);
  child.on('close', () => process.off('exit', end));
  return child;
}

/**
 * Runs a Node program to its end and gathers what it said.
 * @param {string[]} args the program and its arguments
 * @param {{ env?: Record<string, string | undefined>, show?: boolean, cwd?: string, timeout?: number,
 *   lend?: (pid: number) => void }} [options]
 *   `show` passes its output on to stderr as it comes; `timeout` in milliseconds; `lend` is told its pid
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNode(args, { env = {}, show = false, cwd = root, timeout, lend } = {}) {
  return new Promise((resolve, reject) => {
    const limit = timeout === undefined ? {} : { timeout, killSignal: 'SIGKILL' };
    const stdio = ['ignore', 'pipe', 'pipe'];
    const how = { cwd, env: { ...process.env, ...env }, stdio, windowsHide: true, ...limit };
    const child = bind(spawn(process.execPath, args, how));
    if (child.pid) lend?.(child.pid);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (show) process.stderr.write(text);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: stripVTControlCharacters(output) }));
  });
}

/**
 * @param {number} since a moment of performance.now()
 * @returns {string} such as '12.3 s'
 */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
