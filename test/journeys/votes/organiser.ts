import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import { DEMO_PASSWORD } from '#libs/schema';
import type { Page } from 'playwright-core';
import { aPdf } from '../../support/papers.js';
import { printed } from '../demo/paper.js';
import { compoundWithOwners } from '../demo/roster-pages.js';
import type { DemoWorld } from '../support/demo-world.js';
import { stumbles, surplusWidth } from '../support/page-checks.js';
import {
  DESK,
  eventually,
  PHONE,
  settled,
  signIn,
  untilCount,
  untilText,
  visit,
  type Visitor,
} from '../support/visitor.js';
import {
  addMotion,
  castAtDesk,
  extend,
  freezeRoll,
  handOut,
  keyFirst,
  keySlips,
  openPart,
  prepare,
  submitDialog,
  take,
  TITLE,
} from './desk.js';
import { savesPapers } from './papers.js';
import { castByProxy, giveProxies, lastUnit } from './proxies.js';

const MOST_DAYS = 40;
/** For so long owners may object to a published result; it is filed after that. */
export const OBJECTION_DAYS = 7;
const PAPER = 3;

async function comes(world: DemoWorld, login: string): Promise<Visitor> {
  const visitor = await visit(world.browser, world.installation);
  await signIn(visitor, { login, password: DEMO_PASSWORD });
  return visitor;
}

async function isWhole(page: Page): Promise<void> {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await settled(page);
    expect(await stumbles(page)).toEqual([]);
    expect(await surplusWidth(page)).toBe(0);
  }
}

/** A second person finds the batch that waits, with its images, errs once, sees both readings, and corrects. */
async function keySecond(page: Page, address: string, said: readonly string[]): Promise<void> {
  await page.goto(address);
  await openPart(page, 'paper');
  await page.getByTestId('batch-line').filter({ hasText: '等第二人录入' }).getByRole('button').click();
  const [images] = await Promise.all([page.waitForEvent('download'), page.getByTestId('batch-open').click()]);
  expect(await readFile(await images.path())).toEqual(aPdf('纸票'));
  await keySlips(page, ['against', ...said.slice(1)]);
  await page.getByTestId('batch-send').click();
  const difference = page.getByTestId('difference');
  await untilText(difference, '同意');
  await untilText(difference, '反对');
  await isWhole(page);
  await keySlips(page, said);
  await page.getByTestId('batch-send').click();
  await page.getByTestId('batch-state').getByText('已计入').waitFor();
}

/** Notes the end of the vote, counts it, and posts the result. */
async function count(page: Page): Promise<void> {
  await take(page, 'closure');
  await page.getByTestId('deed-certification').click();
  await page.getByTestId('signers').fill('张三\n李四');
  await submitDialog(page);
  await openPart(page, 'result');
  await eventually(() => page.getByTestId('verdict').innerText(), '通过');
  await untilText(page.getByTestId('margin'), '余量');
  await isWhole(page);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('bundle-1').click()]);
  expect(file.suggestedFilename()).toContain('使用维修资金更换电梯');
  await take(page, 'publication', '张贴于小区公告栏');
  await page.locator('[data-state="published"]').waitFor();
}

/** Somebody of the street holds the vote of one stairway, from its draft to its published result. */
export async function anAssemblyIsHeld(world: DemoWorld): Promise<void> {
  const compound = await compoundWithOwners(world);
  const organiser = await comes(world, 'jiedao');
  const { page } = organiser;
  await page.goto(`${world.installation.address}/compounds/${compound}`);
  const id = await prepare(page);
  await page.getByTestId('findings').getByText('没有议题').waitFor();
  await addMotion(page);
  const owners = await freezeRoll(page);
  expect(owners).toBeGreaterThan(PAPER + 4);
  await take(page, 'notice');
  await page.locator('[data-state="noticed"]').waitFor();
  await savesPapers(page, ['notice'], TITLE);

  await handOut(page, PAPER);
  await savesPapers(page, ['ballots'], TITLE);
  await page.getByTestId('pick-all').check();
  await page.getByTestId('delivery-record').click();
  await submitDialog(page);
  await untilCount(page.getByTestId('door').getByText('已送达'), owners);
  const unit = await lastUnit(page);
  await giveProxies(page, unit);
  await isWhole(page);

  await world.installation.daysPass(id, 18);
  await page.reload();
  await take(page, 'opening');
  await page.locator('[data-state="open"]').waitFor();
  const atDesk = owners - PAPER - 1;
  const byProxy = await castByProxy(page, unit);
  const codes = await castAtDesk(page, ['against', ...Array.from({ length: atDesk - 2 }, () => 'for')]);
  expect(new Set([byProxy, ...codes]).size).toBe(atDesk);
  await openPart(page, 'turnout');
  const needed = await untilText(page.getByTestId('turnout'), `${atDesk} / ${owners}`);
  expect(needed).not.toMatch(/同意|反对/);
  await isWhole(page);
  await extend(page);

  const said = ['for', 'for', 'invalid'];
  await keyFirst(page, said);
  const second = await comes(world, 'jiedao2');
  await keySecond(second.page, `${world.installation.address}/assemblies/${id}`, said);

  await world.installation.daysPass(id, MOST_DAYS);
  await page.goto(`${world.installation.address}/assemblies/${id}`);
  await count(page);
  await savesPapers(page, ['notice', 'minutes', 'result', 'filing'], TITLE);

  const paper = await printed(page, `${world.installation.address}/assemblies/${id}?part=result`);
  for (const word of ['电梯更换临时会议', '通过', '张三、李四', '余量', '无效']) expect(paper).toContain(word);
  expect(paper).not.toContain('下一步');
  await world.installation.daysPass(id, OBJECTION_DAYS + 1);
  await page.reload();
  await page.getByTestId('deed-filing').click();
  await page.getByTestId('filing-basis').fill('东街办收字〔2026〕7号');
  await submitDialog(page);
  await page.locator('[data-state="filed"]').waitFor();
  await openPart(page, 'record');
  await page.getByTestId('record').getByText('东街办收字〔2026〕7号').waitFor();
  expect([...organiser.complaints, ...second.complaints]).toEqual([]);
  expect(organiser.refusals).toEqual([`422 POST /api/v1/assemblies/${id}/proxies`]);
  expect(second.refusals).toEqual([]);
}
