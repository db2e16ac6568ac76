import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { root } from './support/installation.js';

describe('the lock of the scripts', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'jiayuan-lock-'));
    writeFileSync(path.join(folder, 'counter'), '0');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function contender(steps: number, deadly = ''): Promise<number | null> {
    const args = [path.join(root, 'test/scripts/support/contender.mjs'), folder, String(steps), deadly];
    const [code] = (await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'close')) as [number | null];
    return code;
  }
  const counted = () => Number(readFileSync(path.join(folder, 'counter'), 'utf8'));

  it('lets one in at a time', async () => {
    const codes = await Promise.all(Array.from({ length: 4 }, () => contender(20)));
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(counted()).toBe(80);
  });

  it('is taken over from holders that are killed, by one at a time', async () => {
    const killed = Array.from({ length: 3 }, () => contender(20, 'deadly'));
    const codes = await Promise.all([...killed, contender(20), contender(20)]);
    expect(codes).toEqual([null, null, null, 0, 0]);
    expect(counted()).toBe(3 * 6 + 40);
  });

  it('is still held by a helper that outlives its killed holder, as an npm in mid-install', async () => {
    const script = `
      import { spawn } from 'node:child_process';
      import { withLock } from '${root}/scripts/tools/lock.mjs';
      await withLock({ folder: '${folder}/lock' }, async (lend) => {
        const wait = ['-e', 'setTimeout(() => {}, 700)'];
        const helper = spawn(process.execPath, wait, { detached: true, stdio: 'ignore' });
        lend(helper.pid);
        process.kill(process.pid, 'SIGKILL');
      });`;
    const began = performance.now();
    await once(spawn(process.execPath, ['--input-type=module', '-e', script]), 'close');
    expect(await contender(1)).toBe(0);
    expect(performance.now() - began).toBeGreaterThan(700);
  });
});
