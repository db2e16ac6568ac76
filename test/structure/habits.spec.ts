import { describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { projectFiles, sources, textOf } from '../support/source.js';

/** Files that may pass a limit, each with its reason; the list may only shrink. */
const LONG_FILES: Readonly<Record<string, string>> = {};

/** Shapes that two libraries name alike; the list may only shrink. */
const SHAPES_NAMED_TWICE = ['EndingRequest', 'ReasonRequest'];

const text = projectFiles().filter(
  (file) => /\.(ts|mjs|vue|sh|yaml|yml|json|md)$/.test(file) && file !== 'package-lock.json',
);
const code = projectFiles().filter((file) => /^(libs|apps|test|scripts)\/.*\.(ts|mjs|vue)$/.test(file));

function lines(file: string): number {
  return textOf(file).split('\n').length - 1;
}

describe('habits', () => {
  it('keeps source files at 250 lines and test files at 400', () => {
    const generated = /schema\.ts$|migrations\//;
    const long = code
      .filter((file) => !(file in LONG_FILES) && !generated.test(file))
      .filter((file) => {
        const limit = /^test\/|\.spec\.ts$/.test(file) ? 400 : 250;
        return lines(file) > limit;
      });
    expect(long).toEqual([]);
  });

  it('keeps the median source file under 60 lines', () => {
    const sizes = sources()
      .map(lines)
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(70);
  });

  it('keeps folders at 15 files', () => {
    const counts = new Map<string, number>();
    const rules = code.filter((file) => !file.endsWith('.spec.ts'));
    for (const file of rules) counts.set(path.dirname(file), (counts.get(path.dirname(file)) ?? 0) + 1);
    const crowded = [...counts].filter(([folder, count]) => count > 15 && !folder.includes('migrations'));
    expect(crowded).toEqual([]);
  });

  it('keeps lines of code at 120 characters', () => {
    const wide = code
      .filter((file) => !/schema\.ts$|\.spec\.ts$|^test\/|migrations\//.test(file))
      .flatMap((file) =>
        textOf(file)
          .split('\n')
          .map((line, index) => ({ file, line, index })),
      )
      .filter(({ line }) => [...line].length > 120)
      .map(({ file, index }) => `${file}:${index + 1}`);
    expect(wide).toEqual([]);
  });

  it('names every shape of the description once, or one library would be told with the shape of another', () => {
    const named = sources().flatMap((file) =>
      [...textOf(file).matchAll(/^export class (\w+)(?= (?:extends \w+ )?\{\n  @Api)/gm)].map(
        ([, name]) => name as string,
      ),
    );
    expect(named.length).toBeGreaterThan(100);
    const twice = new Set(named.filter((name, at) => named.indexOf(name) !== at));
    expect([...twice].filter((name) => !SHAPES_NAMED_TWICE.includes(name))).toEqual([]);
  });

  it('refuses what the house refuses', () => {
    const self = /^test\/structure\//;
    const banned: [RegExp, RegExp][] = [
      [/\bTODO\b|\bFIXME\b/, /./],
      [/forwardRef|synchronize: true|jest\.(unstable_)?mock/, /./],
      [/(:|<|as) any\b|@ts-ignore|@ts-nocheck/, /\.ts$/],
      [/\b(it|test|describe)\.(skip|only|todo)\b/, /./],
    ];
    const found = code
      .filter((file) => !self.test(file))
      .flatMap((file) =>
        banned
          .filter(([word, where]) => where.test(file) && word.test(textOf(file)))
          .map(([word]) => `${file}: ${word}`),
      );
    expect(found).toEqual([]);
  });

  it('exports by name', () => {
    const allowed = /(config\.(ts|mjs)|\.vue|messages\/.*\.ts|env\.d\.ts)$/;
    expect(code.filter((file) => !allowed.test(file) && /^export default/m.test(textOf(file)))).toEqual([]);
  });

  it('names no registry host, no path of a machine and no tool of its makers', () => {
    const self = 'test/structure/habits.spec.ts';
    const words = /registry\.npmjs|npmmirror|\/work\/(main|shared|plan)|\bfarm-|\/root\//i;
    expect(text.filter((file) => file !== self && words.test(textOf(file)))).toEqual([]);
    expect(textOf('package-lock.json')).not.toMatch(/"resolved"/);
  });

  it('keeps only the agreed names at the top level', () => {
    const allowed = new Set([
      'apps',
      'libs',
      'test',
      'docker',
      'scripts',
      'docs',
      'nest-cli.json',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'README.md',
      'LICENSE',
      'NOTICE',
    ]);
    const top = new Set(projectFiles().map((file) => file.split('/')[0] as string));
    expect([...top].filter((name) => !allowed.has(name) && !name.startsWith('.'))).toEqual([]);
  });

  it('keeps libraries explained in at most 40 lines', () => {
    const readmes = projectFiles().filter((file) => /^libs\/[^/]+\/README\.md$/.test(file));
    expect(readmes.filter((file) => lines(file) > 40)).toEqual([]);
  });
});
