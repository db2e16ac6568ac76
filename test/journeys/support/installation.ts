import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { daysPassing } from '../../assembly/support/days-pass.js';
import { cloneDatabase } from '../../support/database.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const program = (app: string): string => path.join(root, `dist/apps/${app}/src/main.js`);

/** How long a program may take to stop before it is killed, in milliseconds. */
const PATIENCE_MS = 10_000;

/** Lines that a server writes when something went wrong inside it. */
const COMPLAINT = /\b(ERROR|WARN|FATAL)\b|^\s+at /;

/** Jiayuan as somebody runs it: the built programs as processes, over a database of their own. */
export interface Installation {
  readonly address: string;
  /** Runs one command of the command line, and answers its JSON document. @throws Error with what it said instead */
  cli<T = Record<string, unknown>>(args: readonly string[], input?: string): Promise<T>;
  /** What the servers complained of so far; a journey that went well leaves none. */
  complaints(): readonly string[];
  /** Lets an hour pass for the proofs that people gave of themselves, and for nothing else. */
  forgetProofs(): Promise<void>;
  /** Lets the minute pass that lies between two codes for one phone. */
  minutePasses(): Promise<void>;
  /** Lets days pass for one assembly: its steps, roll and ballots move back, and every clock stays what it is. */
  daysPass(assemblyId: string, days: number): Promise<void>;
  /** Lets the day of a committee's meeting come: it moves to today, and its call as far back. */
  meetingComes(meetingId: string): Promise<void>;
  stop(): Promise<void>;
}

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<unknown>;
}

interface Ready {
  readonly type: string;
  readonly address?: string;
}

async function started(
  app: string,
  env: NodeJS.ProcessEnv,
  said: string[],
): Promise<Running & { address: string | undefined }> {
  const child = spawn(process.execPath, [program(app)], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => said.push(...text.split('\n')));
  }
  const ended = new Promise((resolve) => child.once('close', resolve));
  const ready = new Promise<Ready>((resolve, reject) => {
    child.on('message', (message: Ready) => message.type === 'ready' && resolve(message));
    void ended.then(() => reject(new Error(`${app} ended before it was ready:\n${said.join('\n')}`)));
  });
  const { address } = await ready;
  return { child, ended, address };
}

async function stopped({ child, ended }: Running): Promise<void> {
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await ended;
  clearTimeout(late);
}

async function answered(args: readonly string[], env: NodeJS.ProcessEnv, input: string): Promise<unknown> {
  const child = spawn(process.execPath, [program('cli'), ...args, '--json'], { cwd: root, env, stdio: 'pipe' });
  const said: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (said[name] += text));
  }
  child.stdin.end(input);
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`jiayuan ${args.join(' ')} ended with ${String(code)}:\n${said.stderr}`);
  return JSON.parse(said.stdout);
}

/** Runs statements as the owner of the tables, in every city. */
async function inEveryCity(ownerUrl: string, statements: readonly string[], values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: number }>('SELECT id FROM city');
    for (const { id } of rows) {
      await client.query(`BEGIN; SET LOCAL app.city_id = '${id}'`);
      for (const text of statements) await client.query(text, values);
      await client.query('COMMIT');
    }
  } finally {
    await client.end();
  }
}

const TODAY = "(now() AT TIME ZONE 'Asia/Shanghai')::date";
const MEETING_TODAY = `UPDATE committee_meeting SET called_on = called_on - (starts_on - ${TODAY}), starts_at = now(),
  starts_on = ${TODAY} WHERE id = $1`;
const A_MINUTE_AGO = `UPDATE owner_code SET sent_at = sent_at - interval '61 seconds'`;
const AN_HOUR_AGO = `UPDATE session SET proven_at = proven_at - interval '1 hour'`;

/** Clones the database and starts api and audit as `npm start` does; call `stop` in afterAll. */
export async function startInstallation(options: {
  readonly demo: boolean;
  /** Left out: one that is free. */
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}): Promise<Installation> {
  const database = await cloneDatabase();
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'jiayuan-journey-'));
  const env = {
    ...process.env,
    PORT: String(options.port ?? 0),
    HOST: '127.0.0.1',
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    JIAYUAN_DATA: dataFolder,
    JIAYUAN_DEMO: options.demo ? '1' : '0',
    JWT_SECRET: 'secret-of-the-journeys-'.padEnd(40, 'x'),
    // What a developer's shell says of the web or of Node must not change what is tested.
    JIAYUAN_WEB: undefined,
    NODE_OPTIONS: undefined,
    ...options.env,
  };
  const said: string[] = [];
  const running: Running[] = [];
  const stop = async (): Promise<void> => {
    for (const each of running) await stopped(each);
    await database.drop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    const api = await started('api', env, said);
    running.push(api);
    running.push(await started('coverage-audit', env, said));
    return {
      address: api.address ?? '',
      cli: async <T>(args: readonly string[], input = '') => (await answered(args, env, input)) as T,
      forgetProofs: () => inEveryCity(database.ownerUrl, [AN_HOUR_AGO]),
      minutePasses: () => inEveryCity(database.ownerUrl, [A_MINUTE_AGO]),
      daysPass: (assemblyId, days) => inEveryCity(database.ownerUrl, daysPassing(days), [assemblyId]),
      meetingComes: (meetingId) => inEveryCity(database.ownerUrl, [MEETING_TODAY], [meetingId]),
      complaints: () => said.filter((line) => COMPLAINT.test(line)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
