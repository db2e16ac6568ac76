import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { isForEverybody } from '../demo/public-pages.js';
import { compoundWithOwners } from '../demo/roster-pages.js';
import { callerOf } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';
import { reach } from '../support/keyboard.js';
import { isReadWithLargeText, NamesOfTheCity } from '../support/page-checks.js';
import { eventually, PHONE, untilCount, untilText, visit, type Visitor } from '../support/visitor.js';
import { noticed, published, votedOn } from '../votes/held.js';
import { savesPapers } from '../votes/papers.js';

const CITY = '1405';

/** As long as the titles that committees write. */
const LONG_TITLE =
  '关于同意使用建筑物专项维修资金对小区一至二十八号楼全部电梯进行整体更新改造并授权业主委员会组织公开招标选定施工单位的表决（二次公告）';

const MOTIONS = [
  { title: LONG_TITLE, body: '更换全部电梯钢丝绳。\n费用从专项维修资金列支。', kind: 'plain', matters: ['M5'] },
  { title: '选聘物业服务企业', body: '', kind: 'options', matters: ['M4'], options: ['安居物业', '自行管理'] },
];

/** All alike but a few. */
const said = (voter: number): string[][] => [
  [voter % 5 === 0 ? 'against' : 'for'],
  [voter % 3 === 0 ? '自行管理' : '安居物业'],
];

async function isWhole(page: Page): Promise<void> {
  await isForEverybody(page, new NamesOfTheCity(page));
  await isReadWithLargeText(page);
}

/** From the door to the votes of the city, by keyboard to those of a compound, and into the newest of them. */
async function comeTo({ browser, installation }: DemoWorld, title: string): Promise<Visitor> {
  const visitor = await visit(browser, installation, PHONE);
  const { page } = visitor;
  await page.getByRole('link', { name: '业主表决公示' }).click();
  await page.getByTestId('vote-line').first().waitFor();
  await reach(page, '[data-testid="votes-search"]');
  await page.keyboard.type('没有这个小区');
  await page.keyboard.press('Enter');
  await page.getByTestId('empty').getByText('没有找到').waitFor();
  await isWhole(page);
  await page.getByTestId('votes-search').fill('');
  await page.getByTestId('votes-find').click();
  await page.getByTestId('vote-line').first().waitFor();
  await isWhole(page);
  await page.getByRole('link', { name: title }).click();
  await page.getByTestId('turnout').waitFor();
  return visitor;
}

/** The pages of one compound lead to each other, and its votes are not those of the city; then back to the vote. */
async function onlyOfCompound(page: Page): Promise<void> {
  const vote = page.url();
  await page.getByTestId('compound-revenue').click();
  await page.getByTestId('revenue').getByTestId('compound-maintenance').click();
  await page.getByTestId('public-maintenance').getByTestId('compound-committee').click();
  await page.getByTestId('public-bodies').getByTestId('compound-votes').click();
  await page.getByTestId('vote-line').first().waitFor();
  await page.goto(new URL(`/votes/${CITY}?compound=${randomUUID()}`, vote).href);
  await page.getByTestId('empty').getByText('本小区还没有表决').waitFor();
  await page.goto(vote);
  await page.getByTestId('turnout').waitFor();
}

/** Anybody follows a vote from its opening to its result, and counts it again; nothing is told before its day. */
export async function votesAreSeenByEverybody(world: DemoWorld): Promise<void> {
  const { installation } = world;
  const street = await callerOf(installation, 'jiedao');
  const compound = await compoundWithOwners(world);
  const vote = await noticed(street, compound, { title: LONG_TITLE, motions: MOTIONS });
  await noticed(street, compound, { title: '第二次业主大会', motions: MOTIONS });
  const voters = await votedOn(world, street, vote, { share: 0.8, said });

  const { page, complaints, refusals } = await comeTo(world, LONG_TITLE);
  await eventually(() => page.getByTestId('vote-state').innerText(), '正在投票');
  await untilText(page.getByTestId('turnout'), `${voters} 人`);
  await untilText(page.getByTestId('days-left'), /还有 \d+ 天/);
  await untilText(page.getByTestId('course'), '张贴于各楼栋公告栏');
  await untilCount(page.getByTestId('recount-this'), 0);
  await isWhole(page);

  await onlyOfCompound(page);
  await published(world, street, vote);
  await page.reload();
  await page
    .getByTestId('objections')
    .getByText(/还有 \d+ 天/)
    .waitFor();
  await untilCount(page.getByTestId('motion'), 2);
  await savesPapers(page, ['notice', 'result'], LONG_TITLE);
  const outcome = await page.getByTestId('outcome').first().innerText();
  await isWhole(page);

  await page.getByTestId('recount-this').first().click();
  await page.getByTestId('recounted').waitFor();
  await eventually(() => page.getByTestId('outcome').innerText(), outcome);
  await page.goBack();
  await page.getByTestId('find-own').click();
  await page.getByText('已经从公示页面取来').waitFor();
  expect([complaints, refusals]).toEqual([[], []]);

  await page.goto(`${installation.address}/votes/${CITY}/${randomUUID()}`);
  await page.getByTestId('problem').waitFor();
}
