import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { DEMO_PASSWORD } from '#libs/schema';
import type { Locator, Page } from 'playwright-core';
import { compoundWithOwners } from '../demo/roster-pages.js';
import { callerOf, type Caller } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';
import { stumbles, surplusWidth } from '../support/page-checks.js';
import { PHONE, settled, signIn, visit } from '../support/visitor.js';
import { anOpenVote, type OpenVote } from './made-vote.js';

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

async function openStairway(page: Page): Promise<void> {
  await page.getByTestId('stairway').getByText('1号楼 1单元').click();
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
  const caller = await callerOf(world.installation, 'jiedao');
  const vote = await anOpenVote(caller, await compoundWithOwners(world));
  const visitor = await visit(world.browser, world.installation, PHONE);
  const { page } = visitor;
  await signIn(visitor, { login: 'jiedao', password: DEMO_PASSWORD });
  await page.goto(`${world.installation.address}${vote.at}/sweep`);
  await page.getByTestId('sweep-saved').waitFor();
  await openStairway(page);
  const [first, second, third] = (await doorsOf(caller, vote)) as [DoorLine, DoorLine, DoorLine];

  await page.context().setOffline(true);
  await page.getByTestId('sweep-state').getByText('没有网络').waitFor();
  await doorOf(page, first.label).getByTestId('result-family').click();
  await doorOf(page, second.label).getByTestId('result-owner').click();
  await doorOf(page, second.label).getByTestId('door-undo').click();
  await doorOf(page, second.label).getByTestId('result-nobody').click();
  await stateOf(page, 2).waitFor();
  await doorOf(page, second.label).getByTestId('door-state').getByText('没送到').waitFor();
  expect(await surplusWidth(page)).toBe(0);
  await votesMeanwhile(caller, vote, first.party);

  // The first try arrives, and its answer is lost on the way back: sent again, it must count once.
  await page.route('**/sweep', async (route) => (await route.fetch(), route.abort()), { times: 1 });
  await page.context().setOffline(false);
  await stateOf(page, 0).waitFor({ timeout: SOON_MS });
  await page.getByTestId('sweep-notices').waitFor();
  await doorOf(page, third.label).getByTestId('result-refused').click();
  await stateOf(page, 1).waitFor();
  await stateOf(page, 0).waitFor({ timeout: SOON_MS });
  const told = (await doorsOf(caller, vote)).slice(0, 3).map(({ attempts, lastOutcome }) => [attempts, lastOutcome]);
  expect(told).toEqual([
    [1, 'delivered'],
    [1, 'failed'],
    [1, 'refused'],
  ]);
  await settled(page);
  expect(await stumbles(page)).toEqual([]);
  await leavesNothing(page, world.installation.address);
}

/** A reload finds the list as it was, with nobody's name or phone in it; signing out leaves nothing of it. */
async function leavesNothing(page: Page, address: string): Promise<void> {
  await page.reload();
  await page.getByTestId('sweep-door').first().waitFor();
  const keptTexts = (): Promise<string[]> =>
    page.evaluate(() =>
      Object.entries(localStorage)
        .filter(([key]) => key.startsWith('jiayuan.sweep.'))
        .map(([, text]) => String(text)),
    );
  const kept = await keptTexts();
  expect(kept.length).toBe(1);
  expect(kept.join()).not.toMatch(/演示业主|1[3-9]\d{9}/);
  await page.goto(`${address}/assemblies`);
  await page.getByTestId('person').click();
  await page.getByTestId('sign-out').click();
  await page.getByTestId('login').waitFor();
  expect(await keptTexts()).toEqual([]);
}
