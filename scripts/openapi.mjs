import './tools/node-version.mjs';
import { ensure } from './ensure.mjs';
import { Problem, tell } from './tools/problem.mjs';
import { runNode } from './tools/run.mjs';

/** Writes apps/api/openapi.json from the controllers, and the types of the web from that. */
async function main() {
  await ensure({ dev: true, web: false });
  const { code, output } = await runNode(['dist/apps/api/src/openapi.js']);
  if (code !== 0)
    throw new Problem('openapi.failed', `无法生成接口说明 · the description could not be written\n${output}`);
  console.log('apps/api/openapi.json');
}

main().catch((error) => process.exit(tell(error)));
