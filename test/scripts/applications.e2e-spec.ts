import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Installation, pause, query, root } from './support/installation.js';
import { Process } from './support/process.js';

/** Whether the server answers that it can serve; null when nobody answers. */
async function isReady(address: string): Promise<boolean | null> {
  return fetch(`${address}/health/ready`).then(
    (answer) => answer.ok,
    () => null,
  );
}

describe('the applications themselves, over an empty installation', () => {
  let home: Installation;
  const running: Process[] = [];

  function run(script: string, args: string[], env: Record<string, string> = {}): Process {
    const own = { JIAYUAN_DATA: home.dataDir, JIAYUAN_DEMO: '0', ...env };
    const started = Process.start([process.execPath, `scripts/${script}.mjs`, ...args], { cwd: root, env: own });
    running.push(started);
    return started;
  }
  async function migrate(): Promise<string[]> {
    const { code, stdout } = await run('jiayuan', ['migrate', '--json']).ended;
    expect(code).toBe(0);
    return (JSON.parse(stdout) as { applied: string[] }).applied;
  }
  async function start(): Promise<{ process: Process; address: string }> {
    const started = run('start', []);
    await started.says('Ctrl-C');
    return { process: started, address: /http:\/\/[\d.:]+/.exec(started.stdout)?.[0] ?? '' };
  }

  beforeEach(() => {
    home = new Installation();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((started) => started.kill()));
    await home.end();
  });

  it('migrates once, however many commands come at once', async () => {
    const applied = await Promise.all([migrate(), migrate(), migrate()]);
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await migrate()).toEqual([]);
    expect(home.postmaster()).toBeNull();
  });

  it('serves beside commands, comes back after the kill of its database, and stops in order', async () => {
    const { process: started, address } = await start();
    expect(await isReady(address)).toBe(true);
    expect(await migrate()).toEqual([]);
    process.kill(home.runningPostmaster(), 'SIGKILL');
    while ((await isReady(address)) === true) await pause(20);
    while ((await isReady(address)) !== true) await pause(50);
    started.child.kill('SIGTERM');
    expect((await started.ended).code).toBe(0);
    expect(await isReady(address)).toBeNull();
    expect(home.postmaster()).toBeNull();
  });

  it('frees its port when the start is killed, and the next command sweeps up', async () => {
    const { process: started, address } = await start();
    await started.kill();
    while ((await isReady(address)) !== null) await pause(50);
    expect(home.runningPostmaster()).toBeGreaterThan(0);
    expect(await migrate()).toEqual([]);
    expect(home.postmaster()).toBeNull();
  });

  it('never shows demo data, whose passwords are public, to a network, unless told so in so many words', async () => {
    const areas = path.join(home.parent, 'areas.csv');
    writeFileSync(areas, 'level,code,name,parent_code\ncity,1405,晋城市,\ncounty,140502,城区,1405\n');
    const created = await run('jiayuan', ['city', 'create', '1405', '--name', '晋城市', '--areas', areas]).ended;
    expect(created.code).toBe(0);
    const invited = run('jiayuan', ['admin', 'create', '--login', 'shi', '--password-stdin']);
    invited.child.stdin?.end('a password of 1405 words');
    expect((await invited.ended).code).toBe(0);
    const user = home.user();
    await query((await user.access()).ownerUrl, 'update city set is_demo = true');
    for (const demo of ['', '0']) {
      const { code, stderr } = await run('start', [], { HOST: '0.0.0.0', JIAYUAN_DEMO: demo }).ended;
      expect({ code, said: stderr.includes('演示数据带有公开的密码') }).toEqual({ code: 1, said: true });
    }
    for (const env of [{ HOST: '0.0.0.0', JIAYUAN_DEMO: '1' }, { JIAYUAN_DEMO: '0' }]) {
      const started = run('start', [], env);
      await started.says('Ctrl-C');
      started.child.kill('SIGTERM');
      expect((await started.ended).code).toBe(0);
    }
    await user.leave();
  });
});
