import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Installation, postmasterOf, query } from './support/installation.js';

const isRoot = process.getuid?.() === 0;

/** A data folder below a home that only its user may enter: root lends the server a user who cannot. */
describe('a data folder that the user of the server cannot reach', () => {
  const home = new Installation();
  const closed = path.join(home.parent, 'closed');
  const [first, second] = [path.join(closed, 'one/.data'), path.join(closed, 'two/.data')];
  mkdirSync(path.join(closed, 'one'), { recursive: true });
  mkdirSync(path.join(closed, 'two'));
  chmodSync(closed, 0o700);

  const outside = (dataDir: string): string => {
    const note = path.join(dataDir, 'database-folder');
    return existsSync(note) ? readFileSync(note, 'utf8') : dataDir;
  };
  const made = new Set<string>();
  afterAll(async () => {
    await home.end();
    for (const folder of made) if (!folder.startsWith(home.parent)) rmSync(folder, { recursive: true, force: true });
  });

  it('keeps its database in a state folder of its own, and two clones never share one', async () => {
    for (const [number, dataDir] of [first, second].entries()) {
      const user = home.user(dataDir);
      await query((await user.access()).ownerUrl, `create table mine as select ${number} as number`);
      made.add(outside(dataDir));
      expect(postmasterOf(path.join(outside(dataDir), 'pg'))).not.toBeNull();
      await user.leave();
      expect(postmasterOf(path.join(outside(dataDir), 'pg'))).toBeNull();
    }
    expect(made.size).toBe(2);
    if (isRoot) expect([...made].every((folder) => folder.startsWith('/var/lib/jiayuan/'))).toBe(true);
    for (const [number, dataDir] of [first, second].entries()) {
      const user = home.user(dataDir);
      expect(await query((await user.access()).ownerUrl, 'select number from mine')).toEqual([{ number }]);
      await user.leave();
    }
  });

  it('keeps the database when the clone is moved', async () => {
    renameSync(path.join(closed, 'two'), path.join(closed, 'three'));
    const moved = path.join(closed, 'three/.data');
    const user = home.user(moved);
    expect(await query((await user.access()).ownerUrl, 'select number from mine')).toEqual([{ number: 1 }]);
    made.add(outside(moved));
    await user.leave();
  });

  it('tells a copy that it holds no database, instead of sharing the original’s', async () => {
    cpSync(path.join(closed, 'one'), path.join(closed, 'copy'), { recursive: true });
    const copy = path.join(closed, 'copy/.data');
    const user = home.user(copy);
    if (isRoot) {
      await expect(user.access()).rejects.toThrow('embedded.copied-folder');
      return;
    }
    // Who runs the server as himself has the database in the folder, so the copy is whole and goes its own way.
    await query((await user.access()).ownerUrl, 'update mine set number = 7');
    await user.leave();
    const original = home.user(first);
    expect(await query((await original.access()).ownerUrl, 'select number from mine')).toEqual([{ number: 0 }]);
    await original.leave();
  });
});
