import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { bundledChromium } from './bundled-chromium.js';

/** A browser to drive, and what its process needs in its environment. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'msedge', 'microsoft-edge'];

/** Where installers put a browser without telling PATH. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name + suffix))).find(isProgram);
}

/**
 * Finds a Chromium: the one that CHROMIUM_PATH names, one on PATH or where installers put it, else the packed one.
 * @throws Error that says what to install: a journey without a browser fails, it is never skipped
 */
export function findChromium(): FoundBrowser {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
    return { executablePath: named, env: {} };
  }
  const installed = onPath() ?? PLACES.find(isProgram);
  if (installed !== undefined) return { executablePath: installed, env: {} };
  const bundled = bundledChromium();
  if (bundled !== null) return bundled;
  throw new Error('No browser for the journeys: install Chrome, Edge or Chromium, or name one in CHROMIUM_PATH.');
}
