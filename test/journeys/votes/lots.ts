import { expect } from '@jest/globals';
import { DEMO_PASSWORD } from '#libs/schema';
import type { Page } from 'playwright-core';
import { isForEverybody } from '../demo/public-pages.js';
import { callerOf } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';
import { isReadWithLargeText, NamesOfTheCity, stumbles, surplusWidth } from '../support/page-checks.js';
import { DESK, PHONE, settled, signIn, untilCount, untilText, visit, type Visitor } from '../support/visitor.js';
import { submitDialog } from './desk.js';
import { noticed, votedOn } from './held.js';

const CITY = '1405';
/** As long as the names of former works units. */
const COMPOUND = '晋城经济技术开发区凤凰山矿务局职工家属住宅小区西苑三期（原机关干部休养所南院）';
const TITLE = '关于选举晋城经济技术开发区凤凰山矿务局职工家属住宅小区西苑三期第一届业主委员会的表决';
const OWNERS = 16;
const NAMES = ['张建国', '李秀英', '欧阳王芳', '赵敏', '刘洋', '司马陈静'];

const ELECTION = {
  ...{ title: '选举第一届业主委员会', body: '', kind: 'election', matters: ['M3'], seats: 5, alternates: 1 },
  candidates: NAMES.map((name) => ({ name, note: '社区推荐' })),
};
/** Thirteen of the sixteen for each of the six, dealt out so that nobody ticks more than five. */
const DEALT = NAMES.flatMap((_, at) => Array.from({ length: 13 }, () => `c${at + 1}`));
const said = (voter: number): string[][] => [DEALT.filter((_, place) => place % OWNERS === voter)];

/** A compound of equals: sixteen flats of 100 m². @returns its id */
async function equals(world: DemoWorld): Promise<string> {
  const { send, list } = await callerOf(world.installation, 'shi');
  const placed = { area: '140502001001', name: COMPOUND, on: '2026-11-01', reason: '新登记' };
  const { id } = await send<{ id: string }>('POST', '/compounds', placed);
  const flats = Array.from({ length: OWNERS }, (_, n) => `${COMPOUND},1,1,${n + 101},100,业主${n}`);
  await list('owners', '西苑业主名册', ['小区名称,楼栋,单元,房号,建筑面积,业主姓名', ...flats]);
  return id;
}

async function isWhole(page: Page): Promise<void> {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await settled(page);
    expect([page.url(), await stumbles(page), await surplusWidth(page)]).toEqual([page.url(), [], 0]);
  }
}

/** At the desk: who is equal, the lot as it was drawn before two witnesses, and who has the seats by it. */
async function recordsTheLot(page: Page, at: string): Promise<void> {
  await page.goto(`${at}?part=result`);
  await untilText(page.getByTestId('lot-needed'), '司马陈静');
  await isWhole(page);
  await page.getByTestId('lot-record').click();
  for (const [place, choice] of ['c6', 'c1', 'c2', 'c3', 'c4', 'c5'].entries()) {
    await page.getByTestId(`lot-${place + 1}`).selectOption(choice);
  }
  await page.getByTestId('lot-place').fill('物业楼一层会议室');
  await page.getByTestId('lot-method').fill('签条放入票箱，由社区工作人员逐张抽出');
  await page.getByTestId('lot-witness-1').fill('孙见');
  await page.getByTestId('dialog-submit').and(page.locator(':disabled')).waitFor();
  await page.getByTestId('lot-witness-2').fill('周证');
  await isWhole(page);
  await submitDialog(page);
  await untilText(page.getByTestId('lot'), '孙见');
  await untilCount(page.getByTestId('lot-needed'), 0);
  await isWhole(page);
}

/** A result that nobody posted in time is on the page of what is overdue, and leaves it with its posting. */
async function isOverdueUntilPosted(visitor: Visitor, world: DemoWorld, id: string): Promise<void> {
  const { page } = visitor;
  const { send } = await callerOf(world.installation, 'jiedao');
  await world.installation.daysPass(id, 12);
  await page.goto(`${world.installation.address}/overdue`);
  const line = page.getByTestId('overdue-table').getByRole('row').filter({ hasText: TITLE });
  await line.getByText('结果未公布').waitFor();
  await untilText(line, /\d+ 天/);
  await isWhole(page);
  await line.getByRole('link').click();
  await page.getByTestId('course').waitFor();
  await send('POST', `/assemblies/${id}/publication`, { reason: '张贴于各楼栋公告栏' });
  await page.goto(`${world.installation.address}/overdue`);
  await page.getByTestId('overdue').locator('table, [data-testid="empty"]').first().waitFor();
  await untilCount(line, 0);
}

/** Equals for a seat: the lot is recorded at the desk with its witnesses, and everybody reads who has the seat by it. */
export async function aLotDecides(world: DemoWorld): Promise<void> {
  const { installation } = world;
  const street = await callerOf(installation, 'jiedao');
  const vote = await noticed(street, await equals(world), { title: TITLE, motions: [ELECTION] });
  await votedOn(world, street, vote, { share: 1, said });
  await installation.daysPass(vote.id, 10);
  await street.send('POST', `/assemblies/${vote.id}/closure`);
  await street.send('POST', `/assemblies/${vote.id}/result`, { signers: ['演示甲', '演示乙'] });

  const desk = await visit(world.browser, installation);
  await signIn(desk, { login: 'jiedao', password: DEMO_PASSWORD });
  await recordsTheLot(desk.page, `${installation.address}/assemblies/${vote.id}`);
  await isOverdueUntilPosted(desk, world, vote.id);

  const anybody = await visit(world.browser, installation, PHONE);
  const { page } = anybody;
  await page.goto(`${installation.address}/votes/${CITY}/${vote.id}`);
  await untilText(page.getByTestId('lot'), '物业楼一层会议室');
  // Who is elected is said; the witnesses, who are named at the desk, are nobody's business here.
  await untilText(page.locator('main'), '司马陈静');
  expect(await page.locator('main').innerText()).not.toContain('孙见');
  await isForEverybody(page, new NamesOfTheCity(page));
  await isReadWithLargeText(page);
  for (const { complaints, refusals } of [desk, anybody]) expect([complaints, refusals]).toEqual([[], []]);
}
