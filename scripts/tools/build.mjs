import fs from 'node:fs';
import path from 'node:path';
import { filesBelow, hashOf, readIfThere, root, writeWhole } from './files.mjs';
import { Problem } from './problem.mjs';
import { runNode, seconds } from './run.mjs';

const inRoot = (...names) => names.map((name) => path.join(root, name));
const isTest = (file) => /\.(spec|e2e-spec)\.ts$/.test(file);
const isCode = (file) => /\.m?ts$/.test(file);
const isText = (file) => file.endsWith('.md');

/** Only what is there when asked: a folder that comes later changes the hash by coming. */
function sources(names) {
  return inRoot(...names).flatMap((name) =>
    fs.statSync(name, { throwIfNoEntry: false })?.isFile() ? [name] : filesBelow(name),
  );
}

const serverFolders = ['apps/api', 'apps/coverage-audit', 'apps/cli', 'libs'];
const settings = ['package.json', 'package-lock.json', 'tsconfig.json'];

class Stamp {
  constructor(file, names, result) {
    Object.assign(this, { file: path.join(root, file), names, result: path.join(root, result) });
  }
  hash() {
    return hashOf(sources(this.names).filter((file) => !isTest(file) && !isText(file)));
  }
  isFresh() {
    return readIfThere(this.file) === this.hash() && fs.existsSync(this.result);
  }
}

export const serverStamp = new Stamp(
  'dist/.built-server',
  [...serverFolders, 'apps/tsconfig.build.json', ...settings],
  'dist/libs',
);
// The browser shares the pure libraries with the server.
export const webStamp = new Stamp(
  'dist/.built-web',
  ['apps/web', 'libs/kernel', 'libs/law', 'libs/tally', ...settings],
  'dist/web/index.html',
);

/** Lists, fonts and the like lie beside the compiled code just as they lie beside the source. */
function copyAssets() {
  for (const file of serverFolders.flatMap((folder) => filesBelow(path.join(root, folder)))) {
    if (isCode(file) || isText(file)) continue;
    const target = path.join(root, 'dist', path.relative(root, file));
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.copyFileSync(file, target);
  }
}

async function build(stamp, { code, title, args, after, say, lend }) {
  const began = performance.now();
  // The hash is taken before: a source saved during the build makes the stamp stale, never wrongly fresh.
  const hash = stamp.hash();
  say(`构建${title.zh} · building the ${title.en}`);
  const { code: exit, output } = await runNode(args, { lend });
  if (exit !== 0) {
    throw new Problem(
      code,
      `构建${title.zh}失败，源文件有误，详见下文。\n  Building the ${title.en} failed, see below.\n${output.trim()}`,
    );
  }
  after?.();
  writeWhole(stamp.file, hash, 0o644);
  say(`${title.zh}就绪 · ${title.en} ready (${seconds(began)})`);
}

/** @param {{ say: (text: string) => void, lend: (pid: number) => void }} told */
export async function buildServer({ say, lend }) {
  fs.mkdirSync(path.join(root, 'dist'), { recursive: true });
  // Types are checked by the tests; a start has no type packages installed to check them against.
  const args = ['node_modules/typescript-native/bin/tsc', '-p', 'apps/tsconfig.build.json', '--noCheck'];
  await build(serverStamp, {
    code: 'build.server',
    title: { zh: '服务端', en: 'server' },
    args,
    after: copyAssets,
    say,
    lend,
  });
}

/** @param {{ say: (text: string) => void, lend: (pid: number) => void }} told */
export async function buildWeb({ say, lend }) {
  fs.mkdirSync(path.join(root, 'dist'), { recursive: true });
  const args = ['node_modules/vite/bin/vite.js', 'build', '--config', 'apps/web/vite.config.ts', '--logLevel', 'warn'];
  await build(webStamp, { code: 'build.web', title: { zh: '网页', en: 'web' }, args, say, lend });
}
