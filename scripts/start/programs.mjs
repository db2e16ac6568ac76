import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../tools/files.mjs';
import { Problem } from '../tools/problem.mjs';
import { sleep } from '../tools/processes.mjs';
import { exitCodeOf } from '../tools/signals.mjs';

/** How long a program may take to finish the requests in flight. */
const patience = 10_000;

/** The applications that a start runs, stopped in the order in which they were started. */
export class Programs {
  #running = [];

  areNone() {
    return this.#running.length === 0;
  }

  /**
   * @param {string} app its folder below apps
   * @param {{ env: Record<string, string>, keep: (pid: number) => Promise<void> | undefined,
   *   onEnd: (app: string, code: number) => void, say: (text: string) => void, untilReady?: boolean }} how
   *   `keep` is told the pid before anything else; `onEnd` hears that a program ended by itself
   * @returns {Promise<object | null>} what the program says of itself when it is ready
   */
  async start(app, { env, keep, onEnd, say, untilReady = true }) {
    const child = spawn(process.execPath, ['--enable-source-maps', path.join(root, `dist/apps/${app}/src/main.js`)], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // A group of its own: Ctrl-C reaches this process only, which then stops the programs in order.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const program = { app, child, ended: new Promise((resolve) => child.once('close', resolve)) };
    this.#running.push(program);
    const ready = this.#hear(program, say);
    child.once('close', (code, signal) => {
      this.#running = this.#running.filter((other) => other !== program);
      onEnd(app, signal ? exitCodeOf(signal) : (code ?? 1));
    });
    await keep(child.pid);
    if (untilReady) return ready;
    // Its end is heard by onEnd.
    ready.catch(() => {});
    return null;
  }

  #hear({ app, child, ended }, say) {
    return new Promise((resolve, reject) => {
      child.on('message', (message) => {
        if (message.type === 'progress') say(message.text);
        if (message.type === 'ready') resolve(message);
      });
      child.once('error', reject);
      const words = `${app} 未能启动，原因见上文。\n  ${app} ended before it was ready; see above.`;
      void ended.then((code) => reject(new Problem('start.program-ended', words, code || 1)));
    });
  }

  /** @returns {Promise<boolean>} whether there was anything to stop */
  async stop() {
    const programs = [...this.#running];
    for (const { child, ended } of programs) {
      child.kill('SIGTERM');
      const slow = await Promise.race([ended.then(() => false), sleep(patience).then(() => true)]);
      if (slow) child.kill('SIGKILL');
      await ended;
    }
    return programs.length > 0;
  }

  /** For the second Ctrl-C. */
  kill() {
    for (const { child } of this.#running) child.kill('SIGKILL');
  }
}
