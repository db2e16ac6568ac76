import { expect } from '@jest/globals';
import { DEMO_PASSWORD, demoOwnerPhone } from '#libs/schema';
import type { Page } from 'playwright-core';
import { aPdf } from '../../support/papers.js';
import { callerOf } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';
import { isReadWithLargeText, stumbles, surplusWidth } from '../support/page-checks.js';
import { DESK, PHONE, settled, signIn, visit, type Visitor } from '../support/visitor.js';
import { openPart, submitDialog } from '../votes/desk.js';

/** The pages of the demo's committee, as offices read them. */
export async function committeeToLookAt({ installation }: DemoWorld): Promise<readonly string[]> {
  const { send } = await callerOf(installation, 'weiyuan');
  const { items } = await send<{ items: { id: string }[] }>('GET', '/committees');
  const at = `/committees/${items[0]?.id}`;
  const meetings = await send<{ items: { id: string }[] }>('GET', `${at}/meetings`);
  const parts = ['members', 'seals', 'letters', 'stipends', 'conflicts'].map((part) => `${at}?part=${part}`);
  return ['/committees', at, ...parts, ...meetings.items.map(({ id }) => `${at}/meetings/${id}`)];
}

/** Somebody of the demo's committee, at their own page. */
async function comes({ browser, installation }: DemoWorld, login: string, size = DESK): Promise<Visitor> {
  const visitor = await visit(browser, installation, size);
  await signIn(visitor, { login, password: DEMO_PASSWORD });
  await visitor.page.getByTestId('due').waitFor();
  return visitor;
}

async function isWhole(page: Page): Promise<void> {
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    await settled(page);
    expect([page.url(), await stumbles(page), await surplusWidth(page)]).toEqual([page.url(), [], 0]);
  }
  await page.setViewportSize(DESK);
}

/** The chair calls a meeting; what owners decide together is refused as an item of its own. */
async function call(page: Page): Promise<string> {
  await openPart(page, 'meetings');
  await page.getByTestId('meeting-new').click();
  await page.getByTestId('meeting-place').fill('物业用房二楼');
  await page.getByTestId('item-title-1').fill('解聘现物业公司');
  await page.getByTestId('item-body-1').fill('服务不到位，另选一家。');
  await page.getByTestId('dialog-submit').click();
  await page.getByTestId('problem').getByText('应由业主共同决定，业委会无权决定').waitFor();
  await page.getByTestId('item-title-1').fill('添置楼道照明');
  await page.getByTestId('item-body-1').fill('三号楼楼道夜间照明不足。');
  await submitDialog(page);
  await page.getByTestId('meeting-state').getByText('已通知').waitFor();
  return new URL(page.url()).pathname;
}

/** Three come, all are for it, and the minutes are written. */
async function hold(page: Page): Promise<void> {
  const boxes = page.getByTestId('attendance-member').locator('input');
  for (const at of [0, 1, 2]) await boxes.nth(at).check();
  await page.getByTestId('attendance-send').click();
  await page.getByTestId('quorum').getByText('可以表决').waitFor();
  await page.getByTestId('decide').click();
  await page.getByTestId('decision-wording').fill('同意添置八盏声控灯。');
  for (const at of [0, 1, 2]) await page.getByTestId(`vote-${at}-for`).check();
  await submitDialog(page);
  await page.getByTestId('decision').getByText('通过').waitFor();
  await page.getByTestId('minutes-text').fill('到会三人，议定添置声控灯，由委员轮流验收。');
  await page.getByTestId('minutes-send').click();
  await page.getByTestId('minutes-content').waitFor();
  await page.getByTestId('minutes-sign').click();
  await page.getByTestId('minutes-sign').waitFor({ state: 'detached' });
}

async function signs(world: DemoWorld, login: string, path: string): Promise<Visitor> {
  const visitor = await comes(world, login, PHONE);
  await visitor.page.goto(`${world.installation.address}${path}`);
  await visitor.page.getByTestId('minutes-sign').click();
  await visitor.page.getByTestId('minutes-sign').waitFor({ state: 'detached' });
  return visitor;
}

/** A seal is asked for by the chair, agreed to by three of five, and put on by the deputy who keeps it. */
async function seal(chair: Page, deputy: Page, third: Page, office: string): Promise<void> {
  const paper = '照明采购单';
  await chair.goto(`${office}?part=seals`);
  await chair.getByTestId('seal-ask').click();
  await chair.getByTestId('seal-paper').fill(paper);
  await chair.getByTestId('seal-purpose').fill('采购声控灯八盏');
  const scan = { name: '采购单.pdf', mimeType: 'application/pdf', buffer: aPdf('采购单') };
  await chair.getByTestId('seal-file').setInputFiles(scan);
  await submitDialog(chair);
  for (const member of [chair, third, deputy]) {
    await member.goto(`${office}?part=seals`);
    const line = member.getByTestId('seal-request').filter({ hasText: paper });
    await line.getByTestId('seal-agree').click();
    await line.getByTestId('seal-agree').waitFor({ state: 'detached' });
  }
  const line = deputy.getByTestId('seal-request').filter({ hasText: paper });
  await line.getByTestId('seal-use').click();
  await line.getByText('已用印').first().waitFor();
  await isWhole(deputy);
}

/** The office that files the committee corrects a seat: refused without a reason, and what stood before is on record. */
async function seatIsCorrected(world: DemoWorld, office: string): Promise<void> {
  const { page, complaints } = await visit(world.browser, world.installation);
  await signIn({ page, complaints, refusals: [] }, { login: 'jiedao', password: DEMO_PASSWORD });
  await page.goto(`${office}?part=members`);
  const seat = page.getByTestId('member-row').filter({ hasText: '陈静' });
  await seat.getByTestId('member-correct').click();
  await page.getByTestId('correct-basis').fill('业主大会决议〔2025〕3号（更正）');
  await page.getByTestId('dialog-submit').and(page.locator(':disabled')).waitFor();
  await page.getByTestId('correct-reason').fill('决议文号登记有误');
  await isWhole(page);
  await submitDialog(page);
  await seat.getByText('业主大会决议〔2025〕3号（更正）').waitFor();
  // It is still one seat of one person, in the post and for the days that it had.
  expect([await page.getByTestId('member-row').filter({ hasText: '陈静' }).count(), complaints]).toEqual([1, []]);
}

/** An owner of the compound reads on a phone what was posted. */
async function ownerReads(world: DemoWorld): Promise<void> {
  const { page, complaints } = await visit(world.browser, world.installation, PHONE);
  await page.getByTestId('to-owner').click();
  await page.getByTestId('owner-phone').fill(demoOwnerPhone('2026-11-27'));
  await page.keyboard.press('Enter');
  const told = await page.getByTestId('owner-demo-code').innerText();
  await page.getByTestId('owner-code').fill(/\d{6}/.exec(told)?.[0] ?? '');
  await page.keyboard.press('Enter');
  await page.getByTestId('offer-bind').first().click();
  await page.getByTestId('owners-body').first().waitFor();
  await page.getByTestId('owners-members').getByText('陈静').waitFor();
  await page.getByTestId('posted-meeting').filter({ hasText: '添置楼道照明' }).click();
  await page.getByTestId('posted-decision').getByText('同意添置八盏声控灯。').waitFor();
  await page.getByTestId('posted-minutes').getByText('由委员轮流验收').waitFor();
  await settled(page);
  expect([await stumbles(page), await surplusWidth(page), complaints]).toEqual([[], 0, []]);
  await isReadWithLargeText(page);
}

/** The page asks a member of a committee for nothing that is refused to one: whatever is, is among the refusals. */
async function readsWhatIsOverdue({ page }: Visitor): Promise<void> {
  await page.goto(new URL('/overdue', page.url()).href);
  await page.getByTestId('overdue').locator('table, [data-testid="empty"]').first().waitFor();
}

/** The whole of it: from the call of a meeting to what an owner reads of it, and a seal that was used in between. */
export async function aCommitteeWorks(world: DemoWorld): Promise<void> {
  const chair = await comes(world, 'weiyuan');
  const office = chair.page.url();
  await isWhole(chair.page);
  const path = await call(chair.page);
  await world.installation.meetingComes(path.split('/').at(-1) ?? '');
  await chair.page.reload();
  await hold(chair.page);
  await isWhole(chair.page);
  const deputy = await signs(world, 'weiyuan2', path);
  const third = await signs(world, 'weiyuan3', path);
  await chair.page.reload();
  await chair.page.getByTestId('posting-place').fill('小区公告栏');
  await chair.page.getByTestId('minutes-publish').click();
  await chair.page.getByTestId('posted').waitFor();
  await seal(chair.page, deputy.page, third.page, office);
  await seatIsCorrected(world, office);
  await readsWhatIsOverdue(chair);
  await ownerReads(world);
  const complaints = [chair, deputy, third].flatMap((each) => each.complaints);
  expect([complaints, chair.refusals.map((each) => each.slice(0, 8))]).toEqual([[], ['422 POST']]);
}
