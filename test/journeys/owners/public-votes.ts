import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { isForEverybody } from '../demo/public-pages.js';
import { compoundWithOwners } from '../demo/roster-pages.js';
import { callerOf, type Caller } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';
import { reach } from '../support/keyboard.js';
import { isReadWithLargeText, NamesOfTheCity } from '../support/page-checks.js';
import { eventually, PHONE, untilCount, untilText, visit, type Visitor } from '../support/visitor.js';

const CITY = '1405';
const DAY = 86_400_000;

/** As long as the titles that committees write. */
const LONG_TITLE =
  '关于同意使用建筑物专项维修资金对小区一至二十八号楼全部电梯进行整体更新改造并授权业主委员会组织公开招标选定施工单位的表决（二次公告）';

const MOTIONS = [
  { title: LONG_TITLE, body: '更换全部电梯钢丝绳。\n费用从专项维修资金列支。', kind: 'plain', matters: ['M5'] },
  { title: '选聘物业服务企业', body: '', kind: 'options', matters: ['M4'], options: ['安居物业', '自行管理'] },
];

interface Prepared {
  readonly id: string;
  readonly motions: readonly string[];
}

/** A vote with its roll and its notice, as the street organises it. */
async function noticed({ send }: Caller, compoundId: string, title: string): Promise<Prepared> {
  const organiser = { organiser: 'sub-district', organiserName: '东街街道办事处', organiserBasis: '东街办〔2026〕3号' };
  const { id } = await send<{ id: string }>('POST', '/assemblies', { compoundId, title, ...organiser });
  const motions: string[] = [];
  for (const motion of MOTIONS) {
    motions.push((await send<{ id: string }>('POST', `/assemblies/${id}/motions`, motion)).id);
  }
  await send('POST', `/assemblies/${id}/roll`, { reason: '首次冻结' });
  const at = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
  const basis = '张贴于各楼栋公告栏';
  await send('POST', `/assemblies/${id}/notice`, { opensAt: at(17), closesAt: at(27), basis });
  return { id, motions };
}

/** The vote opens, and of its parties these many vote, all alike but a few. @returns how many voted */
async function votedOn(
  { installation }: DemoWorld,
  by: Caller,
  { id, motions }: Prepared,
  share: number,
): Promise<number> {
  await installation.daysPass(id, 18);
  await by.send('POST', `/assemblies/${id}/opening`);
  const { items } = await by.send<{ items: { party: string }[] }>('GET', `/assemblies/${id}/roll?limit=200`);
  const voters = items.slice(0, Math.ceil(items.length * share));
  const [plain, options] = motions;
  for (const [n, { party }] of voters.entries()) {
    const answers = [
      { motion: plain, ticked: [n % 5 === 0 ? 'against' : 'for'] },
      { motion: options, ticked: [n % 3 === 0 ? '自行管理' : '安居物业'] },
    ];
    const ballot = { partyId: party, castBy: '演示业主', witness: '社区李四', answers };
    await by.send('POST', `/assemblies/${id}/ballots`, ballot, randomUUID());
  }
  return voters.length;
}

async function published({ installation }: DemoWorld, { send }: Caller, { id }: Prepared): Promise<void> {
  await installation.daysPass(id, 10);
  await send('POST', `/assemblies/${id}/closure`);
  await send('POST', `/assemblies/${id}/result`, { signers: ['演示甲', '演示乙'] });
  await send('POST', `/assemblies/${id}/publication`, { reason: '张贴于各楼栋公告栏' });
}

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

/** Anybody follows a vote from its opening to its result, and counts it again; nothing is told before its day. */
export async function votesAreSeenByEverybody(world: DemoWorld): Promise<void> {
  const { installation } = world;
  const street = await callerOf(installation, 'jiedao');
  const compound = await compoundWithOwners(world);
  const vote = await noticed(street, compound, LONG_TITLE);
  await noticed(street, compound, '第二次业主大会');
  const voters = await votedOn(world, street, vote, 0.8);

  const { page, complaints, refusals } = await comeTo(world, LONG_TITLE);
  await eventually(() => page.getByTestId('vote-state').innerText(), '正在投票');
  await untilText(page.getByTestId('turnout'), `${voters} 人`);
  await untilText(page.getByTestId('days-left'), /还有 \d+ 天/);
  await untilText(page.getByTestId('course'), '张贴于各楼栋公告栏');
  await untilCount(page.getByTestId('recount-this'), 0);
  await isWhole(page);

  await published(world, street, vote);
  await page.reload();
  await page
    .getByTestId('objections')
    .getByText(/还有 \d+ 天/)
    .waitFor();
  await untilCount(page.getByTestId('motion'), 2);
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
