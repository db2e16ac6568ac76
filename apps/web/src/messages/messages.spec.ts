import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { messages as en } from './en/index.js';
import { messages as zh } from './zh-CN/index.js';

const root = path.join(import.meta.dirname, '..');

function flat(words: object, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value as object, `${prefix}${key}.`),
  );
}

function sources(): { name: string; text: string }[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(vue|ts)$/.test(name) && !/\.spec\.ts$|^messages|schema\.ts$/.test(name))
    .map((name) => ({ name, text: readFileSync(path.join(root, name), 'utf8') }));
}

const chinese = new Map(flat(zh));
const english = new Map(flat(en));

describe('messages', () => {
  it('says everything in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('fills the same places in both languages', () => {
    const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    const differing = [...chinese].filter(([key, text]) => {
      return JSON.stringify(places(text)) !== JSON.stringify(places(english.get(key) ?? ''));
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('has words for every key that a page names', () => {
    const used = sources().flatMap(({ name, text }) =>
      [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key]) => ({ name, key: key as string })),
    );
    expect(used.length).toBeGreaterThan(200);
    expect(used.filter(({ key }) => !chinese.has(key))).toEqual([]);
  });

  it('has words for every key that a page puts together', () => {
    const prefixes = sources().flatMap(({ text }) =>
      [...text.matchAll(/\bt\(\s*`([\w.-]+)\.\$\{/g)].map(([, prefix]) => prefix as string),
    );
    const known = [...chinese.keys()];
    expect(prefixes.length).toBeGreaterThan(20);
    expect(prefixes.filter((prefix) => !known.some((key) => key.startsWith(`${prefix}.`)))).toEqual([]);
  });

  it('has words for every action and subject that the audit log is told', () => {
    const libraries = path.join(root, '../../../libs');
    const told = readdirSync(libraries, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('spec.ts'))
      .map((name) => readFileSync(path.join(libraries, name), 'utf8'))
      .filter((text) => /auditLog|AuditEntry|keepOne/.test(text))
      .join('\n');
    const named = (pattern: RegExp): string[] => [...told.matchAll(pattern)].map(([, word]) => word as string);
    const meant = named(/action: (?:[^'`\n]*\? )?'([a-z-]+\.[a-z-]+)'/g);
    const subjects = named(/subjectKind: '([a-z-]+)'/g);
    expect(meant.length).toBeGreaterThan(20);
    const silent = [
      ...meant.map((action) => `words.action.${action.replaceAll('.', '-')}`),
      ...subjects.map((subject) => `words.subject.${subject}`),
    ].filter((key) => !chinese.has(key));
    expect([...new Set(silent)]).toEqual([]);
  });

  it('keeps every word out of the pages themselves', () => {
    const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|<!--[\s\S]*?-->/g, '');
    const speaking = sources().filter(({ text }) => /[\u4e00-\u9fff]{2,}/.test(withoutComments(text)));
    // Endings of place names are data about names, not words of a page.
    expect(speaking.map(({ name }) => name)).toEqual(['pages/board/tile-layout.ts']);
  });
});
