import './tools/node-version.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { ensure } from './ensure.mjs';
import { testDatabase } from './test/database.mjs';
import { readIfThere, root } from './tools/files.mjs';
import { Problem, tell } from './tools/problem.mjs';
import { runNode } from './tools/run.mjs';

// `npm run openapi` writes both files; `--check`, as the tests ask, only tells whether they are what would be written.
const isCheck = process.argv.includes('--check');
const kept = ['apps/api/openapi.json', 'apps/web/src/api/schema.ts'].map((name) => path.join(root, name));
const draft = path.join(root, '.cache/openapi');

async function run(args, env = {}) {
  const { code, output } = await runNode(args, { env });
  if (code !== 0)
    throw new Problem('openapi.failed', `无法生成接口说明 · the description could not be written\n${output}`);
}

/** The description of the API from the controllers, and from that the types that the web is written against. */
async function write([description, types]) {
  // The controllers come up only over a migrated database.
  const database = await testDatabase();
  await run(['dist/apps/api/src/openapi.js', description], { DATABASE_URL: database.appUrl }).finally(database.stop);
  await run(['node_modules/openapi-typescript/bin/cli.js', description, '-o', types]);
  const format = ['--config', '.prettierrc.json', '--ignore-path', '.none', '--log-level', 'warn', '--write'];
  await run(['node_modules/prettier/bin/prettier.cjs', ...format, description, types]);
}

async function main() {
  await ensure({ dev: true, web: false });
  if (!isCheck) return write(kept);
  fs.mkdirSync(draft, { recursive: true });
  const drafts = kept.map((file) => path.join(draft, path.basename(file)));
  await write(drafts);
  const stale = kept.filter((file, index) => readIfThere(file) !== readIfThere(drafts[index]));
  if (stale.length === 0) return;
  const names = stale.map((file) => path.relative(root, file)).join('、');
  throw new Problem('openapi.stale', `${names} 与接口不符，请运行 npm run openapi · is not what the controllers say`);
}

main().catch((error) => process.exit(tell(error)));
