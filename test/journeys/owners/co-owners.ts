import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { compoundWithOwners } from '../demo/roster-pages.js';
import { callerOf, type Caller } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';
import { untilText } from '../support/visitor.js';
import { noticed, votedOn } from '../votes/held.js';
import { cardOf, isWhole } from './phone-votes.js';
import { enters } from './way-in.js';

const TITLE = '关于楼道照明改造的表决';
const MOTION = { title: '楼道照明改造', body: '更换声控灯。', kind: 'plain', matters: ['M5'] };
const PHONES = { first: '13900001101', second: '13900001102' };

/** Two people buy a home together and name nobody to speak for them. */
async function couple({ send }: Caller, compound: string): Promise<void> {
  const path = `/compounds/${compound}/units`;
  const { items } = await send<{ items: { id: string }[] }>('GET', `${path}?building=1&limit=1`);
  const owners = [
    { name: '演示夫', phone: PHONES.first, share: '1/2' },
    { name: '演示妻', phone: PHONES.second, share: '1/2' },
  ];
  const sale = { on: '2026-11-01', cause: 'sale', owners, reason: '二手房过户' };
  await send('POST', `${path}/${items[0]?.id}/transfers`, sale);
}

/** Says it for the party of both: a ballot, or what the second one thinks of the ballot of the first. */
async function says(page: Page, choice: 'for' | 'against', word: string): Promise<void> {
  await page.getByTestId('question').waitFor();
  await page.locator(`[data-choice="${choice}"]`).click();
  await page.getByTestId('read-back').getByText(word).waitFor();
  await isWhole(page);
  await page.getByTestId('cast').click();
}

const stands = (page: Page, standing: string): Promise<void> =>
  page.locator(`[data-testid="own-party"][data-standing="${standing}"]`).waitFor();

/** The second one does not agree with the ballot of the first: it counts for nobody, until they agree. */
export async function coOwnersAgreeInTheEnd(world: DemoWorld): Promise<void> {
  const street = await callerOf(world.installation, 'jiedao');
  const compound = await compoundWithOwners(world);
  await couple(street, compound);
  const vote = await noticed(street, compound, { title: TITLE, motions: [MOTION] });
  await votedOn(world, street, vote, { share: 0, said: () => [] });

  const [one, other] = [await enters(world, PHONES.first), await enters(world, PHONES.second)];
  await cardOf(one.page, TITLE).click();
  await says(one.page, 'for', '同意');
  await one.page.getByTestId('receipt').getByText('这一票已计入').waitFor();

  await cardOf(other.page, TITLE).click();
  await stands(other.page, 'co-owner-cast');
  await isWhole(other.page);
  await other.page.getByTestId('state').click();
  await says(other.page, 'against', '反对');
  await other.page.getByTestId('stated').waitFor();
  await stands(other.page, 'disputed');
  await isWhole(other.page);

  await one.page.reload();
  await stands(one.page, 'disputed');
  await untilText(one.page.getByTestId('standing'), '暂不计入');
  await isWhole(one.page);

  await other.page.getByTestId('state').click();
  await says(other.page, 'for', '同意');
  await other.page.getByTestId('stated').getByText('这一票计入').waitFor();
  await one.page.reload();
  await stands(one.page, 'has-voted');
  await one.page.getByTestId('still-needed').waitFor();
  expect([one, other].map(({ complaints, refusals }) => [complaints, refusals])).toEqual([
    [[], []],
    [[], []],
  ]);
}
