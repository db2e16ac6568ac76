import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '#libs/kernel';
import { FilesService } from '#libs/registry';
import { migrate } from '#libs/schema';
import { testApp, type Premises } from '../support/app.js';
import { aCity } from '../support/city.js';
import { aPdf } from '../support/papers.js';
import { Installation, pause, query, root } from './support/installation.js';

/** The command as an operator gives it; nothing is installed or built, for the tests did that. */
async function jiayuan(args: string[], dataDir: string): Promise<{ code: number; document: Record<string, string> }> {
  const env = { ...process.env, JIAYUAN_DATA: dataDir, DATABASE_URL: '', DATABASE_OWNER_URL: '' };
  const child = spawn(process.execPath, ['scripts/jiayuan.mjs', ...args, '--json'], { cwd: root, env, stdio: 'pipe' });
  let stdout = '';
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, document: JSON.parse(stdout) as Record<string, string> };
}

/** A scan that somebody uploaded, as the application keeps it: a row in the database, and bytes beside it. */
async function uploaded(at: Premises): Promise<{ id: string; uploadedBy: Principal }> {
  await migrate(at.ownerUrl, at.appUrl);
  const test = await testApp({ at });
  const { operator } = await aCity(test);
  const { id } = await test.app.get(FilesService).upload(operator, { name: '合同.pdf', bytes: aPdf('备份') });
  await test.close();
  return { id, uploadedBy: operator };
}

describe('backup and restore of the embedded installation', () => {
  const home = new Installation();
  const away = new Installation();
  const folder = path.join(home.parent, 'backup');
  afterAll(() => Promise.all([home.end(), away.end()]));

  let committedBefore = 0;
  let committedInAll = 0;
  const fingerprint = 'select md5(string_agg(word, $$,$$ order by id)) as hash, count(*)::int as count from still';
  let original: unknown;
  let scan: { readonly id: string; readonly uploadedBy: Principal };

  beforeAll(async () => {
    const user = home.user();
    const { ownerUrl, appUrl } = await user.access();
    scan = await uploaded({ ownerUrl, appUrl, dataFolder: home.dataDir });
    await query(ownerUrl, 'create table written (number bigserial primary key, filling text)');
    await query(ownerUrl, 'create table still as select id, md5(id::text) as word from generate_series(1, 20000) id');
    await query(
      ownerUrl,
      'grant select, insert on written to jiayuan_app; grant usage on written_number_seq to jiayuan_app',
    );
    original = await query(ownerUrl, fingerprint);
    mkdirSync(path.join(home.dataDir, 'files/ab'), { recursive: true });
    writeFileSync(path.join(home.dataDir, 'files/ab/合同.pdf'), 'a contract');
    mkdirSync(path.join(home.dataDir, 'log-keys'), { mode: 0o700 });
    writeFileSync(path.join(home.dataDir, 'log-keys/1405.key'), 'the key of a log', { mode: 0o600 });
    writeFileSync(path.join(home.dataDir, 'jwt-secret'), 'the key of the sessions', { mode: 0o600 });

    const args = [path.join(root, 'test/scripts/support/writer.mjs'), ownerUrl];
    const writer = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = once(writer, 'close');
    readline.createInterface({ input: writer.stdout }).on('line', (number) => (committedInAll = Number(number)));
    while (committedInAll < 50) await pause(10);
    committedBefore = committedInAll;
    const { code, document } = await jiayuan(['backup', folder], home.dataDir);
    expect({ code, folder: document.folder }).toEqual({ code: 0, folder });
    writer.stdin.end();
    await ended;
    await user.leave();
  });

  it('was taken while rows were being written', () => {
    expect(committedBefore).toBeGreaterThanOrEqual(50);
    expect(committedInAll).toBeGreaterThan(committedBefore + 10);
  });

  it('is closed to others, for it holds passwords', () => {
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(statSync(path.join(folder, 'secrets.json')).mode & 0o077).toBe(0);
  });

  it('restores into an empty folder, with every row committed before, none half, and the files', async () => {
    const { code, document } = await jiayuan(['restore', folder], away.dataDir);
    expect({ code, dataDir: document.dataDir }).toEqual({ code: 0, dataDir: away.dataDir });
    expect(away.postmaster()).toBeNull();
    const user = away.user();
    const { ownerUrl, appUrl } = await user.access();
    expect(await query(ownerUrl, fingerprint)).toEqual(original);
    const [row] = await query<{ count: number; last: number; whole: number }>(
      ownerUrl,
      `select count(*)::int, max(number)::int as last, count(*) filter (where length(filling) = 1000)::int as whole
       from written`,
    );
    expect(row?.count).toBeGreaterThanOrEqual(committedBefore);
    expect(row).toEqual({ count: row?.count, last: row?.count, whole: row?.count });
    // The restored installation goes on: the application signs in with its old password and writes.
    await query(appUrl, "insert into written (filling) values ('after')");
    expect(readFileSync(path.join(away.dataDir, 'files/ab/合同.pdf'), 'utf8')).toBe('a contract');
    expect(readFileSync(path.join(away.dataDir, 'jwt-secret'), 'utf8')).toBe('the key of the sessions');
    const test = await testApp({ at: { ownerUrl, appUrl, dataFolder: away.dataDir } });
    const { name, bytes } = await test.app.get(FilesService).open(scan.uploadedBy, scan.id);
    await test.close();
    expect({ name, bytes }).toEqual({ name: '合同.pdf', bytes: aPdf('备份') });
    const logKey = path.join(away.dataDir, 'log-keys/1405.key');
    expect(readFileSync(logKey, 'utf8')).toBe('the key of a log');
    expect([statSync(path.dirname(logKey)).mode & 0o777, statSync(logKey).mode & 0o777]).toEqual([0o700, 0o600]);
    await user.leave();
  });

  it('refuses to restore over data, and leaves the data as it was', async () => {
    const before = readdirSync(away.dataDir).sort();
    const { code, document } = await jiayuan(['restore', folder], away.dataDir);
    expect({ code, problem: document.code }).toEqual({ code: 1, problem: 'cli.restore-not-empty' });
    expect(readdirSync(away.dataDir).sort()).toEqual(before);
  });

  it('refuses to back up into a folder that holds something', async () => {
    const { code, document } = await jiayuan(['backup', folder], home.dataDir);
    expect({ code, problem: document.code }).toEqual({ code: 1, problem: 'cli.backup-not-empty' });
  });

  it('refuses a backup that was cut short', async () => {
    rmSync(path.join(folder, 'backup.json'));
    const empty = path.join(away.parent, 'empty');
    const { code, document } = await jiayuan(['restore', folder], empty);
    expect({ code, problem: document.code }).toEqual({ code: 1, problem: 'cli.restore-no-backup' });
  });

  it('leaves a database that is not its own to that database’s tools', () => {
    const url = 'postgres://app:secret@db.example/jiayuan';
    const env = { ...process.env, DATABASE_URL: url, DATABASE_OWNER_URL: url };
    const { status, stderr } = spawnSync(process.execPath, ['scripts/jiayuan.mjs', 'backup', '/nowhere'], {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('cli.backup-needs-embedded');
  });

  it('calls a missing folder wrong usage', async () => {
    const { code, document } = await jiayuan(['restore'], away.dataDir);
    expect({ code, problem: document.code }).toEqual({ code: 2, problem: 'cli.usage' });
  });
});
