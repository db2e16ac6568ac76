import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { readIfThere } from './files.mjs';

// A pid alone is no name: it is given away again. A pid together with the moment its process began is one.

/** @typedef {{ pid: number, start: string | null }} ProcessName */

let bootId;

function linuxBoot() {
  bootId ??= fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim().slice(0, 8);
  return bootId;
}

function linuxStart(pid) {
  const stat = readIfThere(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The command name stands in brackets and may hold anything, so fields are counted behind the last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie holds nothing any more: it counts as gone although its pid still answers.
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  return `${linuxBoot()}:${fields[19]}`;
}

function ask(command, args) {
  const answer = spawnSync(command, args, { encoding: 'utf8', windowsHide: true });
  const text = answer.status === 0 ? answer.stdout.trim() : '';
  return text === '' ? null : text;
}

/**
 * @param {number} pid
 * @returns {string | null} a mark of when the process began, or null when there is no such process
 */
export function startOf(pid) {
  if (process.platform === 'linux') return linuxStart(pid);
  if (process.platform === 'win32') {
    return ask('powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`]);
  }
  const line = ask('ps', ['-o', 'state=,lstart=', '-p', String(pid)]);
  return line === null || line.startsWith('Z') ? null : line.replace(/^\S+\s+/, '');
}

/**
 * @param {number} pid
 * @returns {ProcessName}
 */
export function nameOf(pid) {
  return { pid, start: startOf(pid) };
}

/**
 * @param {ProcessName} name
 * @returns {boolean} whether this very process still runs, not another one that was given its pid
 */
export function isRunning(name) {
  const start = startOf(name.pid);
  return start !== null && start === name.start;
}

/**
 * @param {number} pid
 * @returns {string} the command line, words separated by one space; empty when there is no such process
 */
export function commandOf(pid) {
  if (process.platform === 'linux') {
    return (readIfThere(`/proc/${pid}/cmdline`) ?? '').split('\0').join(' ').trim();
  }
  if (process.platform === 'win32') {
    const query = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`;
    return ask('powershell', ['-NoProfile', '-Command', query]) ?? '';
  }
  return ask('ps', ['-o', 'command=', '-p', String(pid)]) ?? '';
}

/**
 * @param {number} pid
 * @returns {number} the pid of its parent; 0 when there is none or it is not known
 */
export function parentOf(pid) {
  if (process.platform === 'linux') {
    const stat = readIfThere(`/proc/${pid}/stat`) ?? '';
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
  }
  return process.platform === 'win32' ? 0 : Number(ask('ps', ['-o', 'ppid=', '-p', String(pid)]) ?? 0);
}

/**
 * @param {number} milliseconds
 */
export function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Waits until the condition holds.
 * @param {() => boolean} holds
 * @param {number} milliseconds
 * @returns {Promise<boolean>} whether it held in time
 */
export async function waitUntil(holds, milliseconds) {
  for (const end = Date.now() + milliseconds; ; await sleep(10)) {
    if (holds()) return true;
    if (Date.now() > end) return false;
  }
}
