import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Every file of the project that git knows or would take, relative to the root. */
export function projectFiles(): readonly string[] {
  const text = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return [...new Set(text.split('\0').filter(Boolean))].filter((file) => exists(file)).sort();
}

function exists(file: string): boolean {
  try {
    readFileSync(path.join(ROOT, file), { flag: 'r' });
    return true;
  } catch {
    return false;
  }
}

/** The text of one project file. */
export function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** TypeScript sources of libraries and server apps, without specs. */
export function sources(): readonly string[] {
  return projectFiles().filter((file) => /^(libs|apps)\/.*\.ts$/.test(file) && !file.endsWith('.spec.ts'));
}

/** The specifiers that a source imports or re-exports. */
export function importsOf(file: string): readonly string[] {
  const found = textOf(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  );
  return [...found].map((match) => (match[1] ?? match[2] ?? match[3]) as string);
}

/** The library that a path belongs to, or null. */
export function libraryOf(file: string): string | null {
  return /^libs\/([^/]+)\//.exec(file)?.[1] ?? null;
}
