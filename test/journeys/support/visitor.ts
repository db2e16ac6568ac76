import type { Locator, Page, Request, Response } from 'playwright-core';
import type { OpenBrowser, PageSize } from '../../support/browser/open-browser.js';
import type { Installation } from './installation.js';
import { isSlow, slowDown } from './slowness.js';

// A page is never read once after a click or a new address: whoever reads waits for the very text, count or state.

/** Every condition is awaited at most so long, in milliseconds; a busy machine is slow, a fault lasts. */
export const PATIENCE_MS = isSlow ? 90_000 : 30_000;

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

/**
 * The browser notes every refused request in its console; those are kept apart, as refusals. That there is no network
 * is what a journey wanted that cut it.
 */
const NOTE_OF_REFUSAL = /^Failed to load resource: (the server responded with a status of 4|net::ERR_INTERNET_DIS)/;

function told(response: Response): string {
  return `${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`;
}

/** Kinds of requests without which a page is not whole; pictures and downloads come on their own. */
const PARTS_OF_PAGES = ['fetch', 'script', 'stylesheet'];

/** What each page has asked for and not got yet. */
const awaited = new WeakMap<Page, Set<Request>>();

/** Notes from now on what a page asks for, so that it can be told when nothing is under way. */
function followRequests(page: Page): void {
  const requests = new Set<Request>();
  awaited.set(page, requests);
  page.on('request', (request) => {
    if (PARTS_OF_PAGES.includes(request.resourceType())) requests.add(request);
  });
  const isThere = (request: Request): boolean => requests.delete(request);
  page.on('requestfinished', isThere).on('requestfailed', isThere);
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
  followRequests(page);
  await slowDown(page);
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

/** What is under way on a page that says it is busy with nothing. */
async function underWay(page: Page): Promise<string[]> {
  await page.waitForFunction(async () => {
    // What a click set off begins before the second frame after it.
    for (let frames = 0; frames < 2; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    return document.querySelector('[aria-busy="true"]') === null;
  });
  return [...(awaited.get(page) ?? [])].map((request) => request.url());
}

/** Waits until nothing on the page is still being asked for, neither data nor a part of the page itself. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main, .sign-in').first().waitFor();
  // What has just come may ask for more: it is quiet when it is so twice.
  await eventually(async () => [...(await underWay(page)), ...(await underWay(page))], []);
}

async function again<T>(read: () => Promise<T>, isWanted: (now: T) => boolean, wanted: string): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const now = await read();
    if (isWanted(now)) return now;
    if (Date.now() > until) throw new Error(`expected ${wanted}, but it stayed ${JSON.stringify(now)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Reads until the answer is the expected one, as a person looks again.
 * @throws Error with the last answer when it never comes
 */
export async function eventually<T>(read: () => Promise<T>, expected: T): Promise<void> {
  const wanted = JSON.stringify(expected);
  await again(read, (now) => JSON.stringify(now) === wanted, wanted);
}

/**
 * Waits until the one thing found says this among what it says.
 * @returns all it says then
 * @throws Error with what it said last when it never does
 */
export function untilText(found: Locator, wanted: string | RegExp): Promise<string> {
  const says = (text: string): boolean => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text));
  return again(() => found.innerText(), says, String(wanted));
}

/** Waits until there are so many. @throws Error with how many there were last */
export function untilCount(found: Locator, wanted: number): Promise<void> {
  return eventually(() => found.count(), wanted);
}
