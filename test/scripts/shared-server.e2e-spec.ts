import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Installation, pause, query, type Access } from './support/installation.js';

const inserted = 'insert into kept (word) values (clock_timestamp()::text) returning word';
const words = async ({ ownerUrl }: Access): Promise<string[]> =>
  (await query<{ word: string }>(ownerUrl, 'select word from kept order by 1')).map((row) => row.word);

async function keepWord({ ownerUrl }: Access): Promise<string> {
  return (await query<{ word: string }>(ownerUrl, inserted))[0]?.word ?? '';
}

describe('one embedded server for all who use a data folder', () => {
  const home = new Installation();
  const serverFile = path.join(home.dataDir, 'server.json');
  const users = () => (JSON.parse(readFileSync(serverFile, 'utf8')) as { users: { pid: number }[] }).users;

  beforeAll(async () => {
    const first = home.user();
    await query((await first.access()).ownerUrl, 'create table kept (word text)');
    await first.leave();
  });
  afterAll(() => home.end());

  it('serves one alone, and stops when it leaves, with nothing lost', async () => {
    const user = home.user();
    const access = await user.access();
    const word = await keepWord(access);
    expect(home.runningPostmaster()).toBeGreaterThan(0);
    expect(await user.leave()).toBe(0);
    expect(home.postmaster()).toBeNull();
    expect(existsSync(serverFile)).toBe(false);
    await expect(query(access.ownerUrl, 'select 1')).rejects.toThrow('ECONNREFUSED');
    const next = home.user();
    expect(await words(await next.access())).toContain(word);
    await next.leave();
  });

  it('gives the applications a role that owns nothing and cannot pass row security', async () => {
    const user = home.user();
    const { appUrl, ownerUrl } = await user.access();
    const sql =
      'select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user';
    const none = { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false };
    expect(await query(appUrl, sql)).toEqual([{ rolname: 'jiayuan_app', ...none }]);
    await expect(query(appUrl, 'select * from kept')).rejects.toThrow('permission denied');
    await expect(query(appUrl.replace(/:[0-9a-f]{48}@/, ':guess@'), 'select 1')).rejects.toThrow('password');
    const settings =
      'select current_setting($$timezone$$) tz, current_setting($$jit$$) jit, current_setting($$fsync$$) fsync';
    expect(await query(ownerUrl, settings)).toEqual([{ tz: 'UTC', jit: 'off', fsync: 'on' }]);
    await user.leave();
  });

  it('keeps address and passwords closed to others', async () => {
    const user = home.user();
    await user.access();
    for (const name of ['server.json', 'secrets.json']) {
      expect(statSync(path.join(home.dataDir, name)).mode & 0o777).toBe(0o600);
    }
    await user.leave();
  });

  it.each([
    ['whoever came first leaves first', 0, 1],
    ['whoever came first leaves last', 1, 0],
  ])('lets a second attach, and the last one stops it: %s', async (_, early, late) => {
    const pair = [home.user()];
    const first = await pair[0]?.access();
    const postmaster = home.runningPostmaster();
    pair.push(home.user());
    expect(await pair[1]?.access()).toEqual(first);
    expect(home.postmaster()).toBe(postmaster);
    expect(users()).toHaveLength(2);
    await pair[early]?.leave();
    expect(home.postmaster()).toBe(postmaster);
    await keepWord(first as Access);
    await pair[late]?.leave();
    expect(home.postmaster()).toBeNull();
  });

  it('starts one server only for many that come at once', async () => {
    const many = Array.from({ length: 5 }, () => home.user());
    const addresses = await Promise.all(many.map((user) => user.access()));
    expect(new Set(addresses.map((access) => access.appUrl)).size).toBe(1);
    expect(users()).toHaveLength(5);
    await Promise.all(many.map((user) => user.leave()));
    expect(home.postmaster()).toBeNull();
  });

  it('makes a start that meets a stopping server wait, never fail', async () => {
    for (let round = 0; round < 4; round += 1) {
      const leaving = home.user();
      await leaving.access();
      const coming = home.user();
      // From round to round the newcomer meets another moment of the stop.
      await pause(40 * round);
      const [access] = await Promise.all([coming.access(), leaving.leave()]);
      await keepWord(access);
      await coming.leave();
    }
    expect(home.postmaster()).toBeNull();
  });

  it('forgets a killed user: who stays is served, and stops the server when leaving', async () => {
    const starter = home.user();
    const access = await starter.access();
    const other = home.user();
    await other.access();
    await starter.kill();
    await keepWord(access);
    await other.leave();
    expect(home.postmaster()).toBeNull();
  });

  it.each([
    ['its address is known', true],
    ['nobody wrote its address down', false],
  ])('finds the server again after everybody was killed: %s', async (_, known) => {
    const user = home.user();
    const word = await keepWord(await user.access());
    const postmaster = home.runningPostmaster();
    await user.kill();
    expect(home.postmaster()).toBe(postmaster);
    if (!known) writeFileSync(serverFile, '{}');
    const next = home.user();
    expect(await words(await next.access())).toContain(word);
    expect(home.postmaster()).toBe(postmaster);
    await next.leave();
    expect(home.postmaster()).toBeNull();
  });

  it('brings a killed server back at the same address, with every committed row', async () => {
    const user = home.user();
    const access = await user.access();
    const word = await keepWord(access);
    const killed = await home.killPostmaster();
    const next = home.user();
    expect(await next.access()).toEqual(access);
    expect(home.runningPostmaster()).not.toBe(killed);
    expect(await words(access)).toContain(word);
    await Promise.all([user.leave(), next.leave()]);
    expect(home.postmaster()).toBeNull();
  });

  it('is revived by a user that stays, as a start does', async () => {
    const user = home.user();
    const access = await user.access();
    await home.killPostmaster();
    await user.revive();
    await keepWord(access);
    await user.leave();
    expect(home.postmaster()).toBeNull();
  });

  it('survives the kill of user and server together', async () => {
    const user = home.user();
    const word = await keepWord(await user.access());
    await home.killPostmaster();
    await user.kill();
    const next = home.user();
    expect(await words(await next.access())).toContain(word);
    await next.leave();
  });

  it('never takes another process with a recycled pid for a user', async () => {
    const user = home.user();
    await user.access();
    const state = JSON.parse(readFileSync(serverFile, 'utf8')) as { users: object[] };
    // This test's own process lives, but did not begin when that user did.
    state.users.push({ pid: process.pid, start: 'another time', id: 'gone' });
    writeFileSync(serverFile, JSON.stringify(state));
    await user.leave();
    expect(home.postmaster()).toBeNull();
  });

  it('never takes a stranger for the server, although postmaster.pid names its pid', async () => {
    writeFileSync(path.join(home.dataDir, 'pg/postmaster.pid'), `${process.pid}\n/elsewhere\n0\n1\n\n\n\nready\n`);
    const user = home.user();
    await keepWord(await user.access());
    expect(home.runningPostmaster()).not.toBe(process.pid);
    await user.leave();
  });

  it('never takes a cluster that was cut short for a whole one', async () => {
    const other = path.join(home.parent, 'other');
    mkdirSync(path.join(other, 'pg.new/base'), { recursive: true });
    chmodSync(other, 0o711);
    const user = home.user(other);
    const access = await user.access();
    expect(await query(access.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await user.leave();
    expect(existsSync(path.join(other, 'pg.new'))).toBe(false);
  });
});
