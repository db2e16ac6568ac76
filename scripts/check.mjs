import './tools/node-version.mjs';
import { ensure } from './ensure.mjs';
import { runNode, seconds } from './tools/run.mjs';
import { tell } from './tools/problem.mjs';

const layers = ['format', 'lint', 'types', 'web-types', 'rules', 'structure'];

/** What is quick enough to ask before every commit; each layer is run by the test command itself. */
async function main() {
  await ensure({ dev: true, web: false });
  let failed = 0;
  for (const layer of layers) {
    const began = performance.now();
    const { code, output } = await runNode(['scripts/test.mjs', layer]);
    if (code !== 0) {
      failed += 1;
      console.log(output.trim());
    }
    console.log(`${code === 0 ? '✓' : '✗'} ${layer} (${seconds(began)})`);
  }
  process.exit(failed > 0 ? 1 : 0);
}

main().catch((error) => process.exit(tell(error)));
