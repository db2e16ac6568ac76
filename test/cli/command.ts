import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Problem } from '#libs/platform';
import type { ClonedDatabase } from '../support/database.js';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/apps/cli/src/main.js');

/** What a command left behind when it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The environment in which the starting script runs a command over a database. */
export function environment(database: Pick<ClonedDatabase, 'appUrl' | 'ownerUrl'>): Record<string, string> {
  return { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, LANG: 'C.UTF-8' };
}

/** Runs the built command line to its end. */
export function jiayuan(args: readonly string[], env: Readonly<Record<string, string>>, input = ''): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...process.env, ...env } });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

/** The one document on stdout: reading it fails when anything else stands there. */
export function documentOf<T = Problem>(ended: Ended): T {
  return JSON.parse(ended.out) as T;
}

/** A file in a folder of its own. */
export async function aFile(name: string, content: string | Buffer): Promise<string> {
  const file = path.join(await mkdtemp(path.join(os.tmpdir(), 'jiayuan-cli-')), name);
  await writeFile(file, content);
  return file;
}
