import './tools/node-version.mjs';
import { spawn } from 'node:child_process';
import { ensure } from './ensure.mjs';
import { root } from './tools/files.mjs';
import { tell } from './tools/problem.mjs';
import { bind } from './tools/run.mjs';

const watchers = [
  ['node_modules/typescript-native/bin/tsc', '-p', 'apps/tsconfig.build.json', '--watch', '--preserveWatchOutput'],
  ['node_modules/vite/bin/vite.js', '--config', 'apps/web/vite.config.ts'],
  // Started again by Node itself whenever a compiled file changes.
  ['--watch-path=dist/apps', '--watch-path=dist/libs', 'scripts/start.mjs'],
];

async function main() {
  await ensure({ dev: true });
  for (const args of watchers) bind(spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
}

main().catch((error) => process.exit(tell(error)));
