import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Installation, pause } from './support/installation.js';
import { miniatureClone, notesOf } from './support/miniature.js';
import { Process } from './support/process.js';

describe('start and commands of a clone', () => {
  const home = new Installation();
  const clone = miniatureClone(path.join(home.parent, 'clone'));
  const notes = path.join(home.parent, 'notes');
  const running: Process[] = [];
  const inOrder = ['api stopped with database', 'coverage-audit stopped with database'];

  function launch(words: string[], env: Record<string, string> = {}): Process {
    const started = Process.start(words, { cwd: clone, env: { JIAYUAN_DATA: home.dataDir, NOTES: notes, ...env } });
    running.push(started);
    return started;
  }
  const run = (script: string, args: string[] = [], env = {}): Process =>
    launch([process.execPath, `scripts/${script}.mjs`, ...args], env);
  const command = (args: string[], input = ''): Process => {
    const started = run('jiayuan', args);
    started.child.stdin?.end(input);
    return started;
  };

  beforeEach(() => rmSync(notes, { force: true }));
  afterEach(async () => {
    await Promise.all(running.splice(0).map((started) => started.kill()));
  });
  afterAll(() => home.end());

  it('builds, shows where it stands, and stops in order when told so', async () => {
    const start = run('start');
    await start.says('Ctrl-C');
    for (const words of ['api is loading', 'http://127.0.0.1:1', '晋城市', '1,741 / 1,742', '99.94%', 'shown-once']) {
      expect(start.stdout).toContain(words);
    }
    expect(readFileSync(path.join(clone, 'dist/libs/kernel/src/list.csv'), 'utf8')).toBe('code,name');
    expect(existsSync(path.join(clone, 'dist/web/index.html'))).toBe(true);
    expect(home.runningPostmaster()).toBeGreaterThan(0);
    await notesOf(notes, 2);
    start.child.kill('SIGTERM');
    expect((await start.ended).code).toBe(0);
    expect(await notesOf(notes, 4)).toEqual([
      'api started with database',
      'coverage-audit started with database',
      ...inOrder,
    ]);
    expect(home.postmaster()).toBeNull();
  });

  it('keeps the order when Ctrl-C reaches the whole group of the terminal', async () => {
    const start = run('start');
    await start.says('Ctrl-C');
    expect(start.stdout).not.toContain('building');
    await notesOf(notes, 2);
    process.kill(-(start.child.pid as number), 'SIGINT');
    expect((await start.ended).code).toBe(0);
    expect((await notesOf(notes, 4)).slice(2)).toEqual(inOrder);
    expect(home.postmaster()).toBeNull();
  });

  it.each(['api', 'coverage-audit'])('stops everything with the exit code of %s when that dies', async (name) => {
    const { code, stdout } = await run('start', [], { DIES: name }).ended;
    expect(code).toBe(7);
    expect(stdout).toContain(`${name} ended (7)`);
    expect(home.postmaster()).toBeNull();
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('stops in order when the npm that runs it gets a %s', async (signal) => {
    const npm = process.env.npm_execpath;
    const start = launch(npm === undefined ? ['npm', 'start'] : [process.execPath, npm, 'start']);
    await start.says('Ctrl-C');
    await notesOf(notes, 2);
    start.child.kill(signal);
    while (home.postmaster() !== null) await pause(20);
    expect((await notesOf(notes, 4)).slice(2)).toEqual(inOrder);
  });

  it('leaves no application behind when it is killed, and the next start works', async () => {
    const start = run('start');
    await start.says('Ctrl-C');
    await notesOf(notes, 2);
    start.child.kill('SIGKILL');
    expect((await notesOf(notes, 4)).slice(2).sort()).toEqual([
      'api left alone with database',
      'coverage-audit left alone with database',
    ]);
    const next = run('start');
    await next.says('Ctrl-C');
    next.child.kill('SIGTERM');
    expect((await next.ended).code).toBe(0);
    expect(home.postmaster()).toBeNull();
  });

  it('brings a killed database back while it runs', async () => {
    const start = run('start');
    await start.says('Ctrl-C');
    const killed = home.runningPostmaster();
    process.kill(killed, 'SIGKILL');
    while ([null, killed].includes(home.postmaster())) await pause(50);
    expect((await command(['echo']).ended).stdout).toBe('jiayuan_app\n');
    start.child.kill('SIGTERM');
    expect((await start.ended).code).toBe(0);
  });

  it('refuses an address that is taken before it does anything', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as net.AddressInfo;
    const { code, stderr } = await run('start', [], { PORT: String(port) }).ended;
    other.close();
    expect({ code, port: stderr.includes(`127.0.0.1:${port}`) }).toEqual({ code: 1, port: true });
    expect(stderr).toContain('environment.port-unavailable');
  });

  it('waits a moment for an address that a stopping start still holds', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as net.AddressInfo;
    const start = run('start', [], { PORT: String(port) });
    await pause(1000);
    other.close();
    await start.says('Ctrl-C');
    start.child.kill('SIGTERM');
    expect((await start.ended).code).toBe(0);
  });

  it('runs a command alone: answer on stdout, stdin and exit code passed through, server gone', async () => {
    const { code, stdout } = await command(['echo', '3'], 'secret of the operator').ended;
    expect({ code, stdout }).toEqual({ code: 3, stdout: 'jiayuan_app\nSECRET OF THE OPERATOR\n' });
    expect(home.postmaster()).toBeNull();
  });

  it('runs commands beside a start and beside each other, and leaves the start its server', async () => {
    const start = run('start');
    await start.says('Ctrl-C');
    const postmaster = home.runningPostmaster();
    const answers = await Promise.all([command(['one']).ended, command(['two']).ended]);
    expect(answers.map(({ code, stdout }) => [code, stdout])).toEqual([
      [0, 'jiayuan_app\n'],
      [0, 'jiayuan_app\n'],
    ]);
    expect(home.postmaster()).toBe(postmaster);
    start.child.kill('SIGTERM');
    await start.ended;
    expect(home.postmaster()).toBeNull();
  });

  it.each([[['recount', '0']], [['--help', '0']], [['audit', '0', '--help']]])(
    'starts no server for %j',
    async (args) => {
      const { code, stdout } = await command(args).ended;
      expect({ code, stdout }).toEqual({ code: 0, stdout: 'no database\n' });
    },
  );

  it('passes a signal on to the command and answers as the command does', async () => {
    const waiting = command(['wait']);
    await waiting.says('waiting');
    waiting.child.kill('SIGTERM');
    expect((await waiting.ended).code).toBe(43);
    expect(home.postmaster()).toBeNull();
  });

  it('keeps stdout for the answer alone while it builds, and two that arrive at once build once', async () => {
    writeFileSync(path.join(clone, 'libs/kernel/src/index.ts'), 'export const changed = true;');
    const answers = await Promise.all([command(['one']).ended, command(['two']).ended]);
    expect(answers.map(({ stdout }) => stdout)).toEqual(['jiayuan_app\n', 'jiayuan_app\n']);
    const built = answers.map(({ stderr }) => stderr.match(/building the server/g)?.length ?? 0);
    expect(built.sort()).toEqual([0, 1]);
    expect(readFileSync(path.join(clone, 'dist/libs/kernel/src/index.js'), 'utf8')).toContain('changed');
  });

  it('names the fault when the sources do not build, and builds again when they are mended', async () => {
    const source = path.join(clone, 'libs/kernel/src/index.ts');
    writeFileSync(source, 'export const = ;');
    const { code, stderr } = await command(['one']).ended;
    expect({ code, named: stderr.includes('(build.server)') }).toEqual({ code: 1, named: true });
    writeFileSync(source, 'export const mended = true;');
    expect((await command(['one']).ended).code).toBe(0);
  });
});
