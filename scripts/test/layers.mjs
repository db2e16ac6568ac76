import fs from 'node:fs';
import path from 'node:path';
import { filesBelow, root } from '../tools/files.mjs';

const isSpec = (file) => /\.(spec|e2e-spec)\.ts$/.test(file);

/** Every spec file belongs to exactly one layer, so none is run twice and none is forgotten. */
const jestLayers = [
  {
    name: 'journeys',
    title: '长故事 · journeys',
    owns: /^test\/journeys\//,
    // On the slow line that test/journeys/support/slowness.ts makes, all of it takes longer.
    minutes: process.env.JIAYUAN_SLOW === '1' ? 100 : 30,
    needsDatabase: true,
  },
  { name: 'lifecycle', title: '生命周期 · lifecycle', owns: /^test\/scripts\//, minutes: 15 },
  { name: 'structure', title: '结构 · structure', owns: /^test\/structure\//, minutes: 10, needsDatabase: true },
  { name: 'contexts', title: '各领域 · contexts', owns: /^test\//, minutes: 40, needsDatabase: true },
  { name: 'rules', title: '规则 · rules', owns: /^/, minutes: 5 },
];

/** The order of a run: what is quick to tell comes first. */
const order = ['rules', 'structure', 'contexts', 'lifecycle', 'journeys'];

function specsOf(layer) {
  const before = jestLayers.slice(0, jestLayers.indexOf(layer));
  const specs = ['libs', 'apps', 'test'].flatMap((folder) => filesBelow(path.join(root, folder))).filter(isSpec);
  const inRoot = specs.map((file) => path.relative(root, file).split(path.sep).join('/'));
  return inRoot.filter((file) => layer.owns.test(file) && !before.some((other) => other.owns.test(file)));
}

/**
 * @returns {{ name: string, title: string, files: string[], minutes: number,
 *   needsDatabase?: boolean }[]}
 */
export function testLayers() {
  return order.map((name) => {
    const layer = jestLayers.find((one) => one.name === name);
    return { ...layer, files: specsOf(layer) };
  });
}

/** nest's own builder writes where it is told, so that it does not touch what a start runs from. */
function nestSettings() {
  const folder = path.join(root, '.cache/nest');
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'tsconfig.json');
  const settings = {
    extends: '../../apps/tsconfig.build.json',
    compilerOptions: { outDir: './dist', rootDir: '../..' },
  };
  fs.writeFileSync(file, JSON.stringify(settings));
  return path.relative(root, file);
}

const module = (name) => `node_modules/${name}`;

/**
 * Checks without tests of their own, the longest first: each counts as one.
 * @returns {Record<string, { title: string, args: () => string[] }>}
 */
export function checks() {
  const all = {
    lint: {
      title: '代码规范 · lint',
      needs: 'test/eslint.config.mjs',
      // With little room for what is new it would collect garbage for a sixth of its time.
      args: () => [
        ...['--max-semi-space-size=128', module('eslint/bin/eslint.js')],
        ...['-c', 'test/eslint.config.mjs', '--max-warnings', '0', '.'],
      ],
    },
    'web-types': {
      title: '网页类型 · web types',
      needs: 'apps/web/tsconfig.json',
      args: () => [module('vue-tsc/bin/vue-tsc.js'), '-p', 'apps/web/tsconfig.json', '--noEmit'],
    },
    types: {
      title: '类型 · types',
      args: () => [module('typescript-native/bin/tsc'), '-p', 'tsconfig.json', '--noEmit'],
    },
    'nest-build': {
      title: 'nest 构建 · nest build',
      args: () => [module('@nestjs/cli/bin/nest.js'), 'build', 'api', '--path', nestSettings()],
    },
    openapi: {
      title: '接口说明 · description of the API',
      needs: 'apps/api/openapi.json',
      args: () => ['scripts/openapi.mjs', '--check'],
    },
    format: {
      title: '格式 · format',
      args: () => [module('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
    },
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, { needs }]) => !needs || fs.existsSync(path.join(root, needs))),
  );
}
