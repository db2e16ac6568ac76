import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { root } from './support/installation.js';

function run(
  args: string[],
  env: Record<string, string> = {},
): { status: number | null; stdout: string; stderr: string } {
  const clean = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', PORT: '0' };
  return spawnSync(process.execPath, args, { cwd: root, env: { ...clean, ...env }, encoding: 'utf8' });
}

describe('a start checks before it works', () => {
  it.each([
    ['PORT', { PORT: 'http' }, 'environment.port'],
    ['PORT beyond the last', { PORT: '65536' }, 'environment.port'],
    [
      'DATABASE_URL',
      { DATABASE_URL: 'mysql://a@b/c', DATABASE_OWNER_URL: 'postgres://a@b/c' },
      'environment.database-url',
    ],
    ['DATABASE_URL alone', { DATABASE_URL: 'postgres://a@b/c' }, 'environment.database-owner-url'],
    ['DATABASE_OWNER_URL alone', { DATABASE_OWNER_URL: 'postgres://a@b/c' }, 'environment.database-url'],
    ['JIAYUAN_DEMO', { JIAYUAN_DEMO: 'yes' }, 'environment.jiayuan-demo'],
    ['JWT_SECRET', { JWT_SECRET: 'short' }, 'environment.jwt-secret'],
    ['HOST that is not here', { HOST: '192.0.2.1' }, 'environment.host-unavailable'],
  ])('refuses a wrong %s with what is wrong and what to do', (_, env: Record<string, string>, code) => {
    const { status, stderr } = run(['scripts/start.mjs'], env);
    expect(status).toBe(1);
    expect(stderr).toContain(`(${code})`);
    expect(stderr).toMatch(/[一-龥]/);
    for (const secret of ['short', 'mysql://a@b/c']) expect(stderr).not.toContain(secret);
  });

  it('tells an old Node, in two languages, before anything newer is asked of it', () => {
    const entry = pathToFileURL(path.join(root, 'scripts/start.mjs')).href;
    const pretend = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } });";
    const { status, stderr } = run(['-e', `${pretend} import('${entry}');`]);
    expect(status).toBe(1);
    expect(stderr).toContain('需要 Node 20.19 或更新版本，当前为 18.20.4');
    expect(stderr).toContain('Node 20.19 or newer is needed, this is 18.20.4');
  });

  it.each([
    ['20.18.3', false],
    ['20.19.0', true],
    ['21.0.0', true],
    ['24.1.0', true],
    ['8.99.0', false],
  ])('knows whether Node %s will do: %s', (version, expected) => {
    const entry = pathToFileURL(path.join(root, 'scripts/tools/node-version.mjs')).href;
    const script = `import('${entry}').then((it) => console.log(it.isNodeSupported('${version}')))`;
    expect(run(['-e', script]).stdout.trim()).toBe(String(expected));
  });
});

describe('the counts at the end of a test run', () => {
  const entry = pathToFileURL(path.join(root, 'scripts/test/jest.mjs')).href;
  const counts = (report: object | null, code: number): unknown => {
    const written = report === null ? null : JSON.stringify(report);
    const call = `it.countsOf(${JSON.stringify(written)}, ${code})`;
    const script = `import('${entry}').then((it) => console.log(JSON.stringify(${call})))`;
    return JSON.parse(run(['-e', script]).stdout);
  };

  it('adds a file that could not be loaded to the failures', () => {
    const report = {
      numPassedTests: 4,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 2,
      numPendingTests: 1,
      numTodoTests: 0,
    };
    expect(counts(report, 1)).toEqual({ passed: 4, failed: 3, skipped: 1 });
  });

  it.each([
    ['wrote nothing', null, 1],
    ['found no test', { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0 }, 0],
  ])('counts a run that %s as one failure', (_, report, code) => {
    expect(counts(report, code)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('does not believe a run that ended badly without a failed test', () => {
    expect(counts({ numPassedTests: 3, numFailedTests: 0 }, 1)).toMatchObject({ passed: 3, failed: 1 });
    expect(counts({ numPassedTests: 3, numFailedTests: 0 }, 0)).toMatchObject({ passed: 3, failed: 0 });
  });
});
