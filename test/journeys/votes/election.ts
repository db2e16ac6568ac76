import { expect } from '@jest/globals';
import { DEMO_PASSWORD } from '#libs/schema';
import { addMonths, dayInShanghai } from '#libs/kernel';
import type { Page } from 'playwright-core';
import { compoundWithOwners } from '../demo/roster-pages.js';
import { OBJECTION_DAYS } from './organiser.js';
import { callerOf, type Caller } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';
import { stumbles, surplusWidth } from '../support/page-checks.js';
import { DESK, PHONE, settled, signIn, visit } from '../support/visitor.js';
import { noticed, published, votedOn } from './held.js';

const STREET = '140502001';
const COMMITTEE = '演示小区第三届业主委员会';

const ELECTION = {
  ...{ title: '选举第三届业委会', body: '', kind: 'election', matters: ['M3'], seats: 5, alternates: 1 },
  candidates: [1, 2, 3, 4, 5, 6].map((n) => ({ name: `演示候选人${n}`, note: '社区推荐' })),
};
const VOTES = { share: 0.9, said: () => [['c1', 'c2', 'c3', 'c4', 'c5']] };

/** A committee is elected, and the result is posted. @returns the id of the assembly */
async function elected(world: DemoWorld, by: Caller, compound: string, title: string): Promise<string> {
  const vote = await noticed(by, compound, { title, motions: [ELECTION] });
  await votedOn(world, by, vote, VOTES);
  await published(world, by, vote);
  return vote.id;
}

/** A case of filing that the window has taken in before anybody filed the result. */
async function caseOf({ send }: Caller, compoundId: string): Promise<string> {
  const today = dayInShanghai(new Date());
  const form = {
    ...{ name: COMMITTEE, seats: 5, members: 5, electedOn: today, from: today, to: addMonths(today, 60) },
  };
  const matter = { power: 'WY-04', body: STREET, compoundId, applicant: COMMITTEE };
  const { id } = await send<{ id: string }>('POST', '/acts', { ...matter, form, papers: [] });
  return id;
}

async function isWhole(page: Page): Promise<void> {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await settled(page);
    expect(await stumbles(page)).toEqual([]);
    expect(await surplusWidth(page)).toBe(0);
  }
}

async function openFiling(page: Page, address: string, assembly: string): Promise<void> {
  await page.goto(`${address}/assemblies/${assembly}`);
  await page.getByTestId('deed-filing').click();
  await page.getByTestId('filing-basis').fill('东街办收字〔2026〕8号');
  await page.getByTestId('filing-how').waitFor();
}

/** An elected committee is filed under WY-04: as a case that is opened then, and as one that is there. */
export async function anElectedCommitteeIsFiled(world: DemoWorld): Promise<void> {
  const { address } = world.installation;
  const street = await callerOf(world.installation, 'jiedao');
  const compound = await compoundWithOwners(world);
  const first = await elected(world, street, compound, '选举大会');
  const second = await elected(world, street, compound, '重新选举大会');
  for (const each of [first, second]) await world.installation.daysPass(each, OBJECTION_DAYS + 1);

  const visitor = await visit(world.browser, world.installation);
  await signIn(visitor, { login: 'jiedao', password: DEMO_PASSWORD });
  const { page } = visitor;
  await openFiling(page, address, first);
  await page.getByTestId('filing-committee').fill(COMMITTEE);
  await isWhole(page);
  await page.getByTestId('dialog-submit').click();
  await page.getByTestId('act').getByText(COMMITTEE).first().waitFor();
  const opened = page.url();

  const known = await caseOf(street, compound);
  await openFiling(page, address, second);
  await page.getByTestId('filing-how').selectOption('there');
  await page.getByTestId('filing-case').selectOption(known);
  await isWhole(page);
  await page.getByTestId('dialog-submit').click();
  await page.waitForURL(`**/acts/${known}*`);
  await page.getByTestId('act').getByText(COMMITTEE).first().waitFor();

  await page.goto(`${address}/assemblies/${first}`);
  await page.locator('[data-state="filed"]').waitFor();
  await page.getByTestId('filed-case').click();
  await page.waitForURL(opened);
  expect([visitor.complaints, visitor.refusals]).toEqual([[], []]);
}
