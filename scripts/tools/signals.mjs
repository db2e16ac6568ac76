import os from 'node:os';
import { commandOf, parentOf } from './processes.mjs';

const stopping = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * @param {NodeJS.Signals} signal
 * @returns {number} what a shell reports for a process ended by it
 */
export function exitCodeOf(signal) {
  return 128 + os.constants.signals[signal];
}

/** The npm that runs this script: the parent, or the parent of the shell in between. */
function npmAbove() {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  return [process.ppid, parentOf(process.ppid)].find((pid) => pid > 1 && /\bnpm\b/.test(commandOf(pid)));
}

function exists(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Hears every wish to stop: a signal, or the death of the npm that started us, whose signal is lost when it is killed,
 * or when the shell in between is killed instead of us.
 * @param {(signal: NodeJS.Signals) => void} heard
 */
export function onStop(heard) {
  for (const signal of stopping) process.on(signal, () => heard(signal));
  const npm = npmAbove();
  if (npm === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent && exists(npm)) return;
    clearInterval(watch);
    heard('SIGTERM');
  }, 500);
  watch.unref();
}
