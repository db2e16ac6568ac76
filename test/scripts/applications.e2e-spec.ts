import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Installation, pause, root } from './support/installation.js';
import { Process } from './support/process.js';

jest.setTimeout(120_000);

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

  function run(script: string, args: string[]): Process {
    const env = { JIAYUAN_DATA: home.dataDir, JIAYUAN_DEMO: '0' };
    const started = Process.start([process.execPath, `scripts/${script}.mjs`, ...args], { cwd: root, env });
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
});
