import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { declaredConstraints, declaredErrorCodes, errorDefinition } from '#libs/platform';
import ts from 'typescript';
import { projectFiles, sources, textOf } from '../support/source.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** One refusal as it is written in a source: its code, and the parameters that it gives (null: not to be seen). */
interface Thrown {
  readonly where: string;
  readonly code: string;
  readonly params: readonly string[] | null;
}

function keysOf(given: ts.Expression | undefined): readonly string[] | null {
  if (!given) return [];
  if (!ts.isObjectLiteralExpression(given)) return null;
  const names = given.properties.map((each) => (each.name && ts.isIdentifier(each.name) ? each.name.text : null));
  return names.every((name) => name !== null) ? names : null;
}

function codesOf(first: ts.Expression | undefined): string[] {
  if (!first) return [];
  if (ts.isStringLiteral(first)) return [first.text];
  return ts.isConditionalExpression(first) ? [...codesOf(first.whenTrue), ...codesOf(first.whenFalse)] : [];
}

function thrownIn(file: string): Thrown[] {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest);
  const found: Thrown[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText(source) === 'DomainError') {
      const [first, given] = node.arguments ?? [];
      for (const code of codesOf(first)) found.push({ where: file, code, params: keysOf(given) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function placeholders(template: string): string[] {
  return [...new Set([...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string))].sort();
}

/** Codes whose English must name the Chinese word that is to be typed into a list, or has a sentence of its own in each. */
const CHINESE_IN_ENGLISH = [
  'committee.assembly-matter',
  'committee.kind-needed',
  'committee.kind-unknown',
  'company.credit-code-doubtful',
  'party.subject-unclear',
  'service-sign.kind-unknown',
];

const thrown = sources().flatMap((file) => (textOf(file).includes('new DomainError') ? thrownIn(file) : []));

beforeAll(async () => {
  for (const file of sources().filter((each) => each.endsWith('.errors.ts'))) {
    await import(pathToFileURL(path.join(ROOT, file)).href);
  }
});

describe('public error codes', () => {
  it('are declared wherever one is thrown', () => {
    expect(thrown.length).toBeGreaterThan(100);
    expect(thrown.filter(({ code }) => !errorDefinition(code))).toEqual([]);
  });

  it('speak Chinese and English with the same placeholders, each saying something', () => {
    const odd = declaredErrorCodes().filter((code) => {
      const { zh, en } = errorDefinition(code) as { zh: string; en: string };
      const same = placeholders(zh).join() === placeholders(en).join();
      return !same || !/\p{Script=Han}/u.test(zh) || /\p{Script=Han}/u.test(en) || en.length < 15;
    });
    expect(odd).toEqual(CHINESE_IN_ENGLISH);
  });

  it('are thrown with everything that their sentences name', () => {
    const lacking = thrown.flatMap(({ where, code, params }) => {
      const needed = placeholders(errorDefinition(code)?.zh ?? '');
      const missing = params === null ? [] : needed.filter((name) => !params.includes(name));
      return missing.length > 0 ? [`${where}: ${code} lacks ${missing.join(', ')}`] : [];
    });
    expect(lacking).toEqual([]);
  });

  it('are spoken for only by constraints that exist, with sentences that need nothing more than their name', () => {
    const migrations = projectFiles().filter((file) => file.startsWith('libs/schema/src/migrations/'));
    const text = migrations.map(textOf).join('\n');
    const constraints = [...declaredConstraints()];
    expect(constraints.length).toBeGreaterThan(5);
    expect(constraints.filter(([name]) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
    const unfilled = constraints.filter(([, code]) =>
      placeholders(errorDefinition(code)?.zh ?? '').some((name) => name !== 'constraint'),
    );
    expect(unfilled).toEqual([]);
  });
});
