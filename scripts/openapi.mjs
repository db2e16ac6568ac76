import './tools/node-version.mjs';
import { ensure } from './ensure.mjs';
import { testDatabase } from './test/database.mjs';
import { Problem, tell } from './tools/problem.mjs';
import { runNode } from './tools/run.mjs';

/** Writes apps/api/openapi.json from the controllers, which come up only over a migrated database. */
async function main() {
  await ensure({ dev: true, web: false });
  const database = await testDatabase();
  const env = { DATABASE_URL: database.appUrl };
  const { code, output } = await runNode(['dist/apps/api/src/openapi.js'], { env }).finally(database.stop);
  if (code !== 0)
    throw new Problem('openapi.failed', `无法生成接口说明 · the description could not be written\n${output}`);
  console.log('apps/api/openapi.json');
}

main().catch((error) => process.exit(tell(error)));
