import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** Opens without a network: the frame, the two pages of the road, where a sign-out leads, words of both languages. */
const KEPT_MODULES = [
  /\/src\/pages\/(sweep\/SweepPage|recount\/RecountPage|sign-in\/SignInPage)\.vue$/,
  /\/src\/messages\/[^/]+\/index\.ts$/,
  /\/element-plus\/es\/locale\/lang\/zh-cn\.m?js$/,
];

type Chunk = Rolldown.OutputChunk;

function isKept({ isEntry, facadeModuleId }: Chunk): boolean {
  return isEntry || KEPT_MODULES.some((module) => module.test(facadeModuleId ?? ''));
}

/** Files of the build with all that they import, in a steady order. */
function filesOf(bundle: Rolldown.OutputBundle): readonly string[] {
  const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk');
  const files = new Set(['favicon.svg']);
  const add = (chunk: Chunk): void => {
    if (files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    for (const name of chunk.imports) {
      const imported = bundle[name];
      if (imported?.type === 'chunk') add(imported);
    }
  };
  chunks.filter(isKept).forEach(add);
  return [...files].sort().map((file) => `/${file}`);
}

/**
 * Adds `/worker.js`, which keeps the pages of the road on the device. Written here: the kit that would generate it
 * brings a compiler of its own with more packages than all the rest of the build.
 */
export function keptPages(): Plugin {
  return {
    name: 'kept-pages',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry);
        const files = filesOf(bundle);
        const release = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16);
        const source = await readFile(path.join(import.meta.dirname, 'worker.mjs'), 'utf8');
        const kept = JSON.stringify({ release, entry: `/${entry?.fileName ?? ''}`, files });
        this.emitFile({ type: 'asset', fileName: 'worker.js', source: source.replace('__KEPT__', kept) });
      },
    },
  };
}
