import { describe, expect, it } from '@jest/globals';
import { projectFiles, textOf } from '../support/source.js';

/** No engine runs here: what can be read off the files is held to what the project really has. */
const dockerfile = textOf('docker/Dockerfile');
const compose = textOf('docker/compose.yaml');
const files = projectFiles();

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((found) => found[1] as string);
}

const isThere = (name: string): boolean => files.some((file) => file === name || file.startsWith(`${name}/`));

describe('docker', () => {
  it('copies only what the project has, the licence and notice included', () => {
    const copied = all(dockerfile, /^COPY (?!--from)(.+) \S+$/gm).flatMap((names) => names.split(' '));
    expect(copied.length).toBeGreaterThan(5);
    expect(copied.filter((name) => !isThere(name))).toEqual([]);
    expect(copied).toEqual(expect.arrayContaining(['package-lock.json', 'LICENSE', 'NOTICE']));
  });

  it('starts only programs that the build makes', () => {
    const started = all(dockerfile + compose, /dist\/(apps\/[\w/-]+)\.js/g);
    expect(new Set(started)).toEqual(
      new Set(['apps/api/src/main', 'apps/coverage-audit/src/main', 'apps/cli/src/main']),
    );
    expect(started.filter((name) => !isThere(`${name}.ts`))).toEqual([]);
  });

  it('builds in one stage and runs in another, which holds no compiler and is not root', () => {
    const stages = dockerfile.split(/^FROM /m).slice(1);
    expect(stages).toHaveLength(2);
    const [, last = ''] = stages;
    expect(last).not.toMatch(/npm|COPY (apps|libs|scripts)/);
    expect(last.indexOf('USER node')).toBeGreaterThan(0);
    expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('CMD ["node", "--enable'));
  });

  it('looks after its health by a route that is there', () => {
    const [path = ''] = all(dockerfile, /127\.0\.0\.1:3000\/([\w/]+)/g);
    expect(textOf('apps/api/src/health.controller.ts')).toContain(`@Get('${path}')`);
  });

  it('never loads the demo city', () => {
    expect(all(dockerfile, /JIAYUAN_DEMO=(\S+)/g)).toEqual(['0']);
    expect(all(compose, /JIAYUAN_DEMO: (.+)/g)).toEqual(["'0'"]);
  });

  it('bakes no secret in: each is asked for by name, listed empty, and kept out of git and of the image', () => {
    expect(dockerfile).not.toMatch(/PASSWORD|SECRET/);
    const wanted = new Set(all(compose, /\$\{(\w+)/g));
    const listed = all(textOf('docker/env.example'), /^#? ?(\w+)=/gm);
    expect([...wanted].sort()).toEqual([...listed].sort());
    expect(all(textOf('docker/env.example'), /^\w+=(.+)$/gm)).toEqual([]);
    const secrets = all(compose, /\$\{(\w*(?:PASSWORD|SECRET)\w*[^}]*)\}/g);
    expect(secrets.length).toBeGreaterThan(3);
    expect(secrets.filter((secret) => !/^\w+:\?/.test(secret))).toEqual([]);
    expect(textOf('.gitignore').split('\n')).toContain('.env');
    expect(textOf('.dockerignore').split('\n')).toContain('docker/.env');
  });

  it('gives the applications a role that owns nothing, and migrations the owner', () => {
    const [role = ''] = all(compose, /DATABASE_URL: postgres:\/\/(\w+):/g);
    const made = textOf('docker/app-role.sh');
    expect(made).toMatch(new RegExp(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole`));
    const [owner = ''] = all(compose, /DATABASE_OWNER_URL: postgres:\/\/(\w+):/g);
    expect(all(compose, /POSTGRES_USER: (\w+)/g)).toEqual([owner]);
    expect(owner).not.toBe(role);
    expect(compose.match(/DATABASE_OWNER_URL/g)).toHaveLength(1);
  });

  it('runs database, migrations, server and audit, with a volume for the database and one for uploads', () => {
    const services = all(compose.slice(compose.indexOf('\nservices:')), /^ {2}([\w-]+):$/gm);
    expect(services).toEqual(['postgres', 'migrate', 'api', 'coverage-audit', 'database', 'files']);
    expect(all(compose, /^\s+- \.\/([\w.-]+):/gm).filter((name) => !isThere(`docker/${name}`))).toEqual([]);
    expect(dockerfile).toContain('VOLUME /data');
    expect(compose).toContain("volumes: ['files:/data']");
  });
});
