import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext } from 'playwright-core';
import { findChromium } from './find-chromium.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const fonts = path.resolve(here, '../../../libs/platform/assets/fonts');

/** Few flags, and none that switches security off: journeys also prove the content policy. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Containers give /dev/shm too little room for a page.
  '--disable-dev-shm-usage',
];

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export interface OpenBrowser {
  /** A context with a fresh profile, as a person who has never been here. */
  newContext(options?: { viewport?: PageSize; locale?: string }): Promise<BrowserContext>;
  close(): Promise<void>;
}

function browserEnvironment(extra: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const withFonts = existsSync(fonts) && process.env.FONTCONFIG_FILE === undefined;
  return {
    ...Object.fromEntries(own),
    ...(withFonts ? { FONTCONFIG_FILE: path.join(here, 'fonts.conf') } : {}),
    ...extra,
  };
}

/**
 * Finds a Chromium and answers a factory of contexts; call `close` in afterEach: it ends what is open by then.
 * @throws Error that says what to install when there is no browser
 */
export async function openBrowser(): Promise<OpenBrowser> {
  const { executablePath, env } = findChromium();
  const open: { context: BrowserContext; profile: string }[] = [];
  // The sandbox refuses root, as whom containers run tests.
  const args = process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS;
  return {
    async newContext({ viewport = { width: 1280, height: 800 }, locale = 'zh-CN' } = {}) {
      const profile = mkdtempSync(path.join(os.tmpdir(), 'jiayuan-profile-'));
      const context = await chromium.launchPersistentContext(profile, {
        executablePath,
        headless: true,
        viewport,
        locale,
        timezoneId: 'Asia/Shanghai',
        env: browserEnvironment(env),
        args,
      });
      open.push({ context, profile });
      return context;
    },
    async close() {
      for (const { context, profile } of open.splice(0)) {
        await context.close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
}
