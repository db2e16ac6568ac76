import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** What uses the server in a test: the stand-in, which does nothing else, or a real application. */
export const standIn = path.join(root, 'test/scripts/support/stand-in.mjs');

export interface Access {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** One process that uses the embedded server of a data folder. */
export class User {
  private readonly lines: AsyncIterator<string>;
  private constructor(private readonly child: ChildProcessByStdio<Writable, Readable, null>) {
    this.lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  /** Starts the process; it may still be waiting for the server. */
  static start(dataDir: string, program = standIn): User {
    return new User(spawn(process.execPath, [program, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] }));
  }

  private async answer<T>(): Promise<T> {
    const line = await this.lines.next();
    if (line.done) throw new Error('the process ended without an answer');
    return JSON.parse(line.value) as T;
  }

  /** Waits until the process has the server. */
  async access(): Promise<Access> {
    const answer = await this.answer<Access & { refused?: string }>();
    if (answer.refused !== undefined) throw new Error(answer.refused);
    return answer;
  }

  async revive(): Promise<void> {
    this.child.stdin.write('revive\n');
    await this.answer();
  }

  async leave(): Promise<number> {
    const ended = once(this.child, 'close');
    this.child.stdin.write('leave\n');
    const [code] = (await ended) as [number];
    return code;
  }

  /** kill -9: no farewell of any kind. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'close');
    this.child.kill('SIGKILL');
    await ended;
  }
}

/** Runs SQL on a connection of its own. */
export async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** The pid of the server on a database folder, or null when none runs. */
export function postmasterOf(databaseFolder: string): number | null {
  const file = path.join(databaseFolder, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}

/** The server's user must be able to pass through it. */
function openFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jiayuan-lifecycle-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** A data folder of a test, with every user that the test started; `end` leaves nothing running. */
export class Installation {
  readonly parent = openFolder();
  readonly dataDir = path.join(this.parent, 'data');
  private readonly users: User[] = [];

  user(dataDir = this.dataDir): User {
    const user = User.start(dataDir);
    this.users.push(user);
    return user;
  }

  /** Asked of the server's own record. */
  postmaster(): number | null {
    return postmasterOf(path.join(this.dataDir, 'pg'));
  }

  runningPostmaster(): number {
    const pid = this.postmaster();
    if (pid === null) throw new Error(`no server runs on ${this.dataDir}`);
    return pid;
  }

  /** Kills the server and waits until it is dead: a signal is delivered later than it is sent. */
  async killPostmaster(): Promise<number> {
    const pid = this.runningPostmaster();
    process.kill(pid, 'SIGKILL');
    for (let tries = 0; this.postmaster() === pid && tries < 200; tries += 1) await pause(25);
    return pid;
  }

  async end(): Promise<void> {
    await Promise.all(this.users.map((user) => user.kill()));
    const pid = this.postmaster();
    if (pid !== null) process.kill(pid, 'SIGQUIT');
    for (let tries = 0; this.postmaster() !== null && tries < 200; tries += 1) await pause(25);
    rmSync(this.parent, { recursive: true, force: true, maxRetries: 5 });
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
