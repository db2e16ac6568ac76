import type { Page, Response } from 'playwright-core';
import type { OpenBrowser, PageSize } from '../../support/browser/open-browser.js';
import type { Installation } from './installation.js';

/** Every condition is awaited at most so long, in milliseconds; a busy machine is slow, a fault lasts. */
export const PATIENCE_MS = 15_000;

export const DESK: PageSize = { width: 1280, height: 800 };
export const PHONE: PageSize = { width: 390, height: 844 };

/** Somebody with a browser of their own. */
export interface Visitor {
  readonly page: Page;
  /** What the browser complained of: errors in the console and exceptions that nobody caught. */
  readonly complaints: string[];
  /** Requests that the server refused, as `403 GET /api/v1/people`. */
  readonly refusals: string[];
}

/** The browser notes every refused request in its console; those are kept apart, as refusals. */
const NOTE_OF_REFUSAL = /^Failed to load resource: the server responded with a status of 4/;

function told(response: Response): string {
  return `${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`;
}

/** Opens a browser with a fresh profile at the sign-in page. */
export async function visit(
  browser: OpenBrowser,
  installation: Installation,
  viewport: PageSize = DESK,
): Promise<Visitor> {
  const context = await browser.newContext({ viewport });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  const refusals: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !NOTE_OF_REFUSAL.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 400) refusals.push(told(response));
  });
  await page.goto(installation.address);
  return { page, complaints, refusals };
}

export interface SignIn {
  readonly login: string;
  readonly password: string;
  /** The city's code, asked for where there is more than one. */
  readonly city?: string;
}

/** Fills in the sign-in page and enters. */
export async function signIn({ page }: Visitor, { login, password, city }: SignIn): Promise<void> {
  if (city !== undefined) await page.getByTestId('sign-in-city').selectOption(city);
  await page.getByTestId('login').fill(login);
  await page.getByTestId('login-password').fill(password);
  await page.getByTestId('sign-in').click();
  await page.getByTestId('person').waitFor();
}

/** Waits until nothing on the page is still being asked for. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main, .sign-in').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

/**
 * Reads until the answer is the expected one, as a person looks again.
 * @throws Error with the last answer when it never comes
 */
export async function eventually<T>(read: () => Promise<T>, expected: T): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  const wanted = JSON.stringify(expected);
  for (;;) {
    const now = JSON.stringify(await read());
    if (now === wanted) return;
    if (Date.now() > until) throw new Error(`expected ${wanted}, but it stayed ${now}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
