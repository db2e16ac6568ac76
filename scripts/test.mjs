import './tools/node-version.mjs';
import { ensure } from './ensure.mjs';
import { testDatabase } from './test/database.mjs';
import { endTests, runJest } from './test/jest.mjs';
import { checks, testLayers } from './test/layers.mjs';
import { Score } from './test/score.mjs';
import { tell } from './tools/problem.mjs';
import { runNode } from './tools/run.mjs';
import { exitCodeOf, onStop } from './tools/signals.mjs';

// `npm test` runs everything; `node scripts/test.mjs LAYER [PART OF A FILE NAME]…` runs one layer, or some files of it.
const [wanted, ...parts] = process.argv.slice(2);

let database = null;

/** The server may just be starting: then it is awaited and stopped, so that nothing stays behind. */
async function end(exitCode) {
  endTests();
  await database?.then(
    (started) => started.stop(),
    () => {},
  );
  process.exit(exitCode);
}

let isEnding = false;
onStop((signal) => {
  if (!isEnding) void end(exitCodeOf(signal));
  isEnding = true;
});

function runCheck({ args }) {
  return runNode(args(), { timeout: 600_000 }).then(({ code, output }) =>
    code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output },
  );
}

function chosen(layers) {
  const picked = wanted === undefined ? layers : layers.filter(({ name }) => name === wanted);
  if (parts.length === 0) return picked;
  return picked.map((layer) => ({
    ...layer,
    files: layer.files.filter((file) => parts.some((part) => file.includes(part))),
  }));
}

async function runLayer(layer) {
  const env = layer.needsDatabase ? (await database).env : {};
  return runJest(layer, env);
}

/** The web that does not build must not hide what the rules say: it is counted, and the rest goes on. */
async function build(web) {
  await ensure({ dev: true, web, say: console.log });
  return { passed: 1, failed: 0 };
}

async function runChecks(score) {
  const { format, ...needed } = checks();
  const alone = wanted === 'format' ? { format } : { [wanted]: needed[wanted] };
  const some = wanted === undefined ? needed : alone;
  const waiting = Object.values(some).filter(Boolean);
  const runOn = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const now = check;
      await score.add(now.title, () => runCheck(now));
    }
  };
  // Each of them keeps one core busy, so two run at a time.
  await Promise.all([runOn(), runOn()]);
}

async function main() {
  await ensure({ dev: true, server: false, web: false, say: console.log });
  const layers = chosen(testLayers());
  const score = new Score();
  const needsDatabase = layers.some((layer) => layer.needsDatabase);
  if (needsDatabase) {
    await score.add('构建 · build', () => build(layers.some((layer) => layer.name === 'journeys')));
    database = testDatabase();
    // Each layer that needs it hears of the failure.
    database.catch(() => {});
  }
  await runChecks(score);
  for (const layer of layers) await score.add(layer.title, () => runLayer(layer));
  await end(score.print());
}

main().catch((error) => {
  tell(error);
  console.log('0 passed, 1 failed');
  return end(1);
});
