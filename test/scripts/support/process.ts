import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { pause } from './installation.js';

/** How a process ended, and all it said. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process of a test, in a group of its own as in a terminal of its own. */
export class Process {
  stdout = '';
  stderr = '';
  readonly ended: Promise<Ended>;

  /** Only what is named here is in its environment: a test must not lean on that of the tests. */
  static start([program = '', ...args]: string[], { cwd, env }: { cwd: string; env: Record<string, string> }): Process {
    const own = { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0' };
    return new Process(spawn(program, args, { cwd, env: { ...own, ...env }, detached: true }));
  }

  private constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (data: Buffer) => (this.stdout += data.toString()));
    child.stderr?.on('data', (data: Buffer) => (this.stderr += data.toString()));
    this.ended = once(child, 'close').then(([code]) => ({
      code: code as number | null,
      stdout: this.stdout,
      stderr: this.stderr,
    }));
  }
  async kill(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Waits for words on its stdout. */
  async says(text: string): Promise<void> {
    while (!this.stdout.includes(text)) {
      if (this.child.exitCode !== null) throw new Error(`ended without "${text}":\n${this.stdout}${this.stderr}`);
      await pause(20);
    }
  }
}
