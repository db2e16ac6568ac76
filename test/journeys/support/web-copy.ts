import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const built = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../dist/web');

/** The built web in a folder of its own, in which a release can be put in another's place. */
export interface WebCopy {
  readonly folder: string;
  /** The address of the script with which every page of the release begins. */
  entry(): string;
  /** As an update of the server does: the same pages under other names. @returns the new release's entry */
  release(): string;
  remove(): void;
}

export function copyOfWeb(): WebCopy {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jiayuan-web-'));
  cpSync(built, folder, { recursive: true });
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const entry = (): string => /\/assets\/index-[\w-]+\.js/.exec(read('index.html'))?.[0] ?? '';
  const release = (): string => {
    const former = entry();
    const next = former.replace('/index-', '/index-next-');
    cpSync(path.join(folder, former), path.join(folder, next));
    writeFileSync(path.join(folder, 'index.html'), read('index.html').replace(former, next));
    const worker = read('worker.js').replaceAll(former, next);
    writeFileSync(path.join(folder, 'worker.js'), worker.replace('"release":"', '"release":"next-'));
    // No page of the former release can be had from the server any more.
    rmSync(path.join(folder, former));
    return next;
  };
  return { folder, entry, release, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
