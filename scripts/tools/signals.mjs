import os from 'node:os';

const stopping = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * @param {NodeJS.Signals} signal
 * @returns {number} what a shell reports for a process ended by it
 */
export function exitCodeOf(signal) {
  return 128 + os.constants.signals[signal];
}

/**
 * Hears every wish to stop: a signal, or the death of the npm that started us, whose signal is lost when the shell in
 * between is killed instead of us.
 * @param {(signal: NodeJS.Signals) => void} heard
 */
export function onStop(heard) {
  for (const signal of stopping) process.on(signal, () => heard(signal));
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    heard('SIGTERM');
  }, 500);
  watch.unref();
}
