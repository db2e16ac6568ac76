import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { DEMO_PASSWORD } from '#libs/schema';
import type { Locator, Page } from 'playwright-core';
import { compoundWithOwners } from '../demo/roster-pages.js';
import { callerOf, type Caller } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';
import { aSignal, type Signal } from '../support/signal.js';
import { stumbles, surplusWidth } from '../support/page-checks.js';
import { eventually, PHONE, settled, signIn, visit } from '../support/visitor.js';
import type { WebCopy } from '../support/web-copy.js';
import { anOpenVote, type OpenVote } from './made-vote.js';
import { MOBILE_NUMBER } from '../../support/reading/mobile-number.js';

interface DoorLine {
  readonly party: string;
  readonly label: string;
  readonly attempts: number;
  readonly lastOutcome: string | null;
}

/** Sent again after a while of bad signal; longer than the page waits between two tries. */
const SOON_MS = 40_000;

const doorOf = (page: Page, label: string): Locator => page.locator(`[data-testid="sweep-door"][data-unit="${label}"]`);
const stateOf = (page: Page, waiting: number): Locator =>
  page.locator(`[data-testid="sweep-state"][data-waiting="${waiting}"]`);

async function doorsOf({ send }: Caller, { at }: OpenVote): Promise<readonly DoorLine[]> {
  return (await send<{ items: DoorLine[] }>('GET', `${at}/delivery?building=1&stairway=1&limit=200`)).items;
}

/** What the server has of the first doors. */
async function toldOf(caller: Caller, vote: OpenVote, doors: number): Promise<unknown[]> {
  return (await doorsOf(caller, vote)).slice(0, doors).map(({ attempts, lastOutcome }) => [attempts, lastOutcome]);
}

interface AtTheDoors {
  readonly page: Page;
  readonly signal: Signal;
  readonly caller: Caller;
  readonly vote: OpenVote;
  readonly doors: readonly [DoorLine, DoorLine, DoorLine];
}

/** A phone at the first stairway, with all on it that it takes to go on without a network. */
async function beginSweep(world: DemoWorld): Promise<AtTheDoors> {
  const caller = await callerOf(world.installation, 'jiedao');
  const vote = await anOpenVote(caller, await compoundWithOwners(world));
  const signal = await aSignal(world.installation.address);
  const visitor = await visit(world.browser, { ...world.installation, address: signal.address }, PHONE);
  const { page } = visitor;
  page.context().on('close', () => signal.end());
  await signIn(visitor, { login: 'jiedao', password: DEMO_PASSWORD });
  await page.goto(`${signal.address}${vote.at}/sweep`);
  await page.getByTestId('sweep-saved').waitFor();
  await page.getByTestId('sweep-kept').waitFor();
  await page.getByTestId('stairway').getByText('1号楼 1单元').click();
  await page.getByTestId('sweep-door').first().waitFor();
  const [first, second, third] = (await doorsOf(caller, vote)) as [DoorLine, DoorLine, DoorLine];
  return { page, signal, caller, vote, doors: [first, second, third] };
}

/** The signal goes, and the page is loaded again without it, as a phone does that was in a pocket meanwhile. */
async function reloadWithoutNetwork({ page, signal }: AtTheDoors): Promise<void> {
  await signal.cut(page);
  await page.reload();
  await page.getByTestId('sweep-state').getByText('没有网络').waitFor();
  await page.getByTestId('sweep-door').first().waitFor();
}

/** While the phone has no network, the owner behind the first door votes at the desk. */
async function votesMeanwhile({ send }: Caller, vote: OpenVote, partyId: string): Promise<void> {
  const said = [['for'], ['against'], ['for'], ['c1']];
  const answers = vote.motions.map((motion, which) => ({ motion, ticked: said[which] }));
  const ballot = { partyId, castBy: '演示业主', witness: '演示见证人', answers };
  await send('POST', `${vote.at}/ballots`, ballot, randomUUID());
}

/** Somebody of the community goes from door to door; the signal is gone for a while, and one answer is lost. */
export async function doorsAreSwept(world: DemoWorld): Promise<void> {
  const phone = await beginSweep(world);
  const { page, signal, caller, vote, doors } = phone;
  const [first, second, third] = doors;

  await reloadWithoutNetwork(phone);
  await doorOf(page, first.label).getByTestId('result-family').click();
  await doorOf(page, second.label).getByTestId('result-owner').click();
  await doorOf(page, second.label).getByTestId('door-undo').click();
  await doorOf(page, second.label).getByTestId('result-nobody').click();
  await stateOf(page, 2).waitFor();
  await doorOf(page, second.label).getByTestId('door-state').getByText('没送到').waitFor();
  // Still without a network: what was written down is on the phone, not on the page.
  await page.reload();
  await stateOf(page, 2).waitFor();
  expect(await surplusWidth(page)).toBe(0);
  await votesMeanwhile(caller, vote, first.party);

  // The first try arrives, and its answer is lost on the way back: sent again, it must count once.
  await page.route('**/sweep', async (route) => (await route.fetch(), route.abort()), { times: 1 });
  await signal.comesBack(page);
  await stateOf(page, 0).waitFor({ timeout: SOON_MS });
  await page.getByTestId('sweep-notices').waitFor();
  await doorOf(page, third.label).getByTestId('result-refused').click();
  await stateOf(page, 1).waitFor();
  await stateOf(page, 0).waitFor({ timeout: SOON_MS });
  expect(await toldOf(caller, vote, 3)).toEqual([
    [1, 'delivered'],
    [1, 'failed'],
    [1, 'refused'],
  ]);
  await settled(page);
  expect(await stumbles(page)).toEqual([]);
  await leavesNothing(phone);
}

/** Everything that the browser keeps for this site, whatever it is kept in. */
async function keptOnPhone(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const kept: Record<string, string> = { ...localStorage, ...sessionStorage };
    for (const name of await caches.keys()) {
      const store = await caches.open(name);
      for (const { url } of await store.keys())
        kept[new URL(url).pathname] = (await (await store.match(url))?.text()) ?? '';
    }
    for (const { name } of await indexedDB.databases()) kept[`database ${name}`] = '';
    return kept;
  });
}

/** No name and no phone is ever kept; signing out leaves the files of the pages, and nothing of the list. */
async function leavesNothing({ page, signal, doors }: AtTheDoors): Promise<void> {
  const [{ party }] = doors;
  await page.reload();
  await page.getByTestId('sweep-door').first().waitFor();
  const before = await keptOnPhone(page);
  const lists = Object.entries(before).filter(([key]) => key.startsWith('jiayuan.sweep.'));
  expect(lists).toHaveLength(1);
  expect(JSON.stringify(lists)).toContain(party);
  expect(JSON.stringify(lists)).not.toMatch(/演示业主/);
  expect(JSON.stringify(lists)).not.toMatch(MOBILE_NUMBER);
  await page.goto(`${signal.address}/assemblies`);
  await page.getByTestId('person').click();
  await page.getByTestId('sign-out').click();
  await page.getByTestId('login').waitFor();
  const after = await keptOnPhone(page);
  const others = Object.keys(after).filter((key) => !/^\/(assets\/[\w.-]+|index\.html|favicon\.svg)$/.test(key));
  expect(others).toEqual(['jiayuan.language']);
  expect(JSON.stringify(after).includes(party)).toBe(false);
}

/** The server got another release while the phone had no network: no older page talks to it. */
export async function aNewReleaseIsTaken(world: DemoWorld, web: WebCopy): Promise<void> {
  const phone = await beginSweep(world);
  const { page, signal, caller, vote, doors } = phone;
  const entry = (): Promise<string> =>
    page.evaluate(() => new URL(document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '').pathname);
  const former = web.entry();
  await reloadWithoutNetwork(phone);
  await doorOf(page, doors[0].label).getByTestId('result-owner').click();
  await doorOf(page, doors[1].label).getByTestId('result-nobody').click();
  await stateOf(page, 2).waitFor();
  expect(await entry()).toBe(former);

  const next = web.release();
  const answered: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (response.request().resourceType() === 'document') answered.push('page');
    else if (pathname.startsWith('/api/')) answered.push('api');
  });
  await signal.comesBack(page);
  await stateOf(page, 0).waitFor({ timeout: SOON_MS });
  expect(await entry()).toBe(next);
  expect(answered[0]).toBe('page');
  expect(answered).toContain('api');
  expect(await toldOf(caller, vote, 2)).toEqual([
    [1, 'delivered'],
    [1, 'failed'],
  ]);
  const kept = async (path: string): Promise<string | null> =>
    (await fetch(`${world.installation.address}${path}`)).headers.get('cache-control');
  expect(await Promise.all(['/worker.js', `${vote.at}/sweep`, next].map(kept))).toEqual([
    ...['no-cache', 'no-cache', 'public, max-age=31536000, immutable'],
  ]);
  // The new release takes the place of the former on the phone as well, and opens without a network in its turn.
  const releases = (): Promise<string[]> => page.evaluate(() => caches.keys());
  await eventually(async () => (await releases()).map((name) => name.includes('next-')), [true]);
  await reloadWithoutNetwork(phone);
  expect(await entry()).toBe(next);
}
