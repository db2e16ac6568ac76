import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import { DEMO_PASSWORD } from '#libs/schema';
import type { Locator, Page } from 'playwright-core';
import { aPdf, aPng } from '../../support/papers.js';
import { readBoard } from '../support/board.js';
import { asAdministrator, type DemoWorld } from '../support/demo-world.js';
import { eventually, settled, signIn, untilCount, visit, type Visitor } from '../support/visitor.js';

/** 南大街社区 of 东街街道, whose sub-district keeps it, and which the demo's community worker does not see. */
const COMMUNITY = '140502001005';
const NAME = '晋物备〔2026〕66号 前期物业服务合同（含附件一至附件十二及补充协议）扫描件 终稿.pdf';

async function as(world: DemoWorld, login: string): Promise<Visitor> {
  const visitor = await visit(world.browser, world.installation);
  await signIn(visitor, { login, password: DEMO_PASSWORD });
  return visitor;
}

/** The page really drew the picture, which the content policy could have kept from it. */
async function isDrawn(picture: Locator): Promise<boolean> {
  await picture.waitFor();
  return picture.evaluate(async (image) => {
    const drawn = image as unknown as { decode(): Promise<void>; naturalWidth: number };
    await drawn.decode();
    return drawn.naturalWidth > 100;
  });
}

/** From the city's number to the original of a paper: each step is one click. */
async function threeClicksToTheOriginal(page: Page): Promise<void> {
  await page.getByTestId('nav-board').click();
  await readBoard(page);
  await page.getByTestId('target-C1').getByRole('link', { name: '有瑕疵' }).click();
  await page.getByTestId('gap-subject').first().click();
  await page.getByTestId('evidence').getByTestId('scan-open').first().click();
  expect(await isDrawn(page.getByTestId('scan-picture'))).toBe(true);
  await page.keyboard.press('Escape');
}

/** Records a contract by hand on the page of a compound; what the browser sends is no scan at first. */
async function recordWithScan(page: Page): Promise<Locator> {
  await page.getByTestId('evidence-record').click();
  await page.getByTestId('record-kind').selectOption('S');
  await page.getByLabel('文号').fill('晋物备〔2026〕66号');
  await page.getByLabel('出具单位').fill('东街街道办事处');
  for (const [label, day] of [
    ['生效日期', '2026-05-01'],
    ['截止日期', '2026-04-01'],
  ] as const) {
    await page.getByLabel(label).fill(day);
    await page.getByLabel(label).press('Enter');
  }
  const wrong = { name: NAME, mimeType: 'application/pdf', buffer: Buffer.from('not a scan') };
  await page.getByTestId('record-file').setInputFiles(wrong);
  await page.getByTestId('dialog-submit').click();
  await page.getByText('不是可以接受的种类').waitFor();
  await page.getByTestId('record-file').setInputFiles({ ...wrong, buffer: aPdf('原件') });
  await page.getByTestId('dialog-submit').click();
  await page.getByText('早于开始的').waitFor();
  // What was typed is still there; only what was wrong is typed again.
  await eventually(() => page.getByLabel('文号').inputValue(), '晋物备〔2026〕66号');
  await page.getByLabel('截止日期').fill('2028-04-30');
  await page.getByLabel('截止日期').press('Enter');
  await page.getByTestId('dialog-submit').click();
  const paper = page.getByTestId('evidence').locator('li.paper', { hasText: '晋物备〔2026〕66号' });
  await paper.getByTestId('scan-open').waitFor();
  return paper;
}

/** Saves the original from its dialog, as somebody does whose browser shows no PDF. */
async function saved(page: Page, paper: Locator): Promise<{ name: string; bytes: Buffer }> {
  await paper.getByTestId('scan-open').first().click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('scan-save').click()]);
  const bytes = await readFile(await file.path());
  await page.keyboard.press('Escape');
  return { name: file.suggestedFilename(), bytes };
}

/** What a plain request of the page's own sign-in is answered. */
function statusOf(page: Page, path: string): Promise<number> {
  return page.evaluate(async (asked) => {
    const { accessToken } = JSON.parse(sessionStorage.getItem('jiayuan.session') ?? '{}') as { accessToken: string };
    const answer = await fetch(asked, { headers: { authorization: `Bearer ${accessToken}` } });
    // A request is under way until all of it was read.
    await answer.arrayBuffer();
    return answer.status;
  }, path);
}

/** An original is opened in three clicks; one is uploaded by a sub-district, seen by the auditor, hidden elsewhere. */
export async function originalsAreOpened(world: DemoWorld): Promise<void> {
  const administrator = await asAdministrator(world);
  await threeClicksToTheOriginal(administrator.page);

  const keeper = await as(world, 'jiedao');
  await keeper.page.goto(`${world.installation.address}/compounds?area=${COMMUNITY}`);
  await keeper.page.getByTestId('compound-table').locator('tbody a').first().click();
  const paper = await recordWithScan(keeper.page);
  expect(keeper.refusals).toEqual(['415 POST /api/v1/files', '422 POST /api/v1/service-modes']);
  const address = keeper.page.url();

  // A second page comes later, as a picture.
  await paper.getByTestId('scan-add').click();
  await keeper.page.getByTestId('scan-file').setInputFiles({
    ...{ name: '盖章页.png', mimeType: 'image/png' },
    buffer: aPng(180, 400),
  });
  const [opened] = await Promise.all([
    keeper.page.waitForResponse((response) => response.url().endsWith('/api/v1/files')),
    keeper.page.getByTestId('dialog-submit').click(),
  ]);
  const { id } = (await opened.json()) as { id: string };
  await paper.getByTestId('scan-open').nth(1).click();
  expect(await isDrawn(keeper.page.getByTestId('scan-picture'))).toBe(true);

  const auditor = await as(world, 'shenji');
  await auditor.page.goto(address);
  const seen = auditor.page.getByTestId('evidence').locator('li.paper', { hasText: '晋物备〔2026〕66号' });
  expect(await saved(auditor.page, seen)).toEqual({ name: NAME, bytes: aPdf('原件') });
  await untilCount(auditor.page.getByTestId('scan-add'), 0);
  await untilCount(auditor.page.getByTestId('evidence-record'), 0);

  const stranger = await as(world, 'shequ');
  await stranger.page.goto(address);
  await stranger.page.getByTestId('problem').first().getByText('不在您的管辖范围内').waitFor();
  expect(await statusOf(stranger.page, `/api/v1/files/${id}`)).toBe(404);
  expect(await statusOf(auditor.page, `/api/v1/files/${id}`)).toBe(200);
  await settled(auditor.page);
  expect([administrator, keeper, auditor, stranger].flatMap(({ complaints }) => complaints)).toEqual([]);
  expect([...administrator.refusals, ...auditor.refusals]).toEqual([]);
}
