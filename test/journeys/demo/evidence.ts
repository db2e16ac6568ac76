import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import { read, utils } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { addDays, addMonths, dayInShanghai, type Day } from '#libs/kernel';
import { readBoard, TARGETS, type Shown, type Target } from '../support/board.js';
import { asAdministrator, type DemoWorld } from '../support/demo-world.js';
import { commitList, tryList } from '../support/importing.js';
import { eventually, settled } from '../support/visitor.js';

type Board = Readonly<Record<Target, Shown>>;

/** Chooses the two clocks in the top bar: a day, and whether only what was recorded by its end may count. */
async function lookAt(page: Page, asOf: Day, known: 'now' | 'then'): Promise<void> {
  await page.getByTestId('moment').click();
  await page.locator('#moment-day').fill(asOf);
  await page.locator('#moment-day').press('Enter');
  await page.getByTestId(`known-${known}`).check();
  await page.getByTestId('moment-apply').click();
  await page.getByTestId('moment').and(page.locator('[aria-expanded="false"]')).waitFor();
}

async function boardOn(page: Page, asOf: Day): Promise<Board> {
  await lookAt(page, asOf, 'now');
  await page.getByTestId('board-moment').getByText(`截至 ${asOf}`).waitFor();
  return readBoard(page);
}

/** From the city's number to the paper: each step is one click. */
async function threeClicksToADocument(page: Page): Promise<void> {
  await page.getByTestId('nav-board').click();
  await readBoard(page);
  await page.getByTestId('target-C1').getByRole('link', { name: '有瑕疵' }).click();
  await page.getByTestId('gap-subject').first().click();
  await page.getByTestId('verdict-C1').locator('a[href^="#evidence-"]').first().click();
  const paper = page.getByTestId('evidence').locator('li:target');
  await paper.getByText('文号').waitFor();
}

/** A compound of which nobody says anything about its service; answers its name and own code. */
async function openUnservedCompound(page: Page): Promise<{ name: string; code: string; path: string }> {
  await page.getByTestId('nav-board').click();
  await page.getByTestId('gap-C1').click();
  await page.getByTestId('filter-NOT_COVERED').click();
  const none = page.getByTestId('gap-table').locator('tbody tr', { hasText: '没有登记任何在效的服务依据' });
  await none.first().waitFor();
  await settled(page);
  const name = await none.first().getByTestId('gap-subject').innerText();
  await none.first().getByTestId('gap-subject').click();
  await page.getByTestId('verdict-C1').and(page.locator('[data-state="NOT_COVERED"]')).waitFor();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  const code = await page.getByText(/^DEMO-\d+$/).innerText();
  return { name, code, path: new URL(page.url()).pathname };
}

async function importEvidence(page: Page, code: string, today: Day): Promise<void> {
  const until = addMonths(today, 36);
  const contract = [
    '小区编码,服务方式,物业企业,文号,备案机关,签发日期,开始日期,截止日期,备案日期',
    `${code},物业企业,晨光物业服务有限公司,晋物备长故事1号,城区住建局,${addDays(today, -9)},${today},${until},${today}`,
  ].join('\n');
  const sign = ['小区编码,类型,日期,说明', `${code},巡查,${today},首次巡查`].join('\n');
  for (const list of [
    { kind: 'services', fileName: '新合同.csv', text: contract } as const,
    { kind: 'service-signs', fileName: '新巡查.csv', text: sign } as const,
  ]) {
    const tried = await tryList(page, list);
    expect(tried).toEqual({ rows: 1, accepted: 1, unchanged: 0, rejected: 0 });
    expect(await commitList(page)).toEqual(tried);
  }
}

/** The workbook holds the same numbers as the board. */
async function exportAgrees(page: Page, board: Board): Promise<void> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export').click()]);
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  const book = read(await readFile(await file.path()));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  const rows = utils.sheet_to_json<Record<string, string | number>>(sheet ?? {});
  for (const target of TARGETS) {
    const row = rows.find((each) => String(each['区划代码']) === '1405' && each['指标'] === target);
    expect(Number(row?.['分母'])).toBe(board[target].denominator);
    expect(Number(row?.['严口径'])).toBe(board[target].numerator.strict);
    expect(`${row?.['声称 %']}%`).toBe(board[target].rate.claimed);
  }
}

/** The line of today in the trend's table, which the audit service writes. */
async function rateInTrend(page: Page, day: Day): Promise<string> {
  await page.reload();
  await page.getByTestId('trend-table').click();
  await settled(page);
  const line = page.getByTestId('trend').locator('tbody tr', { hasText: day });
  return (await line.count()) === 0 ? '' : line.locator('td').first().innerText();
}

/** A contract and a sign of service turn one compound's cell; both clocks still know how it was. */
export async function evidenceTurnsACell(world: DemoWorld): Promise<void> {
  const visitor = await asAdministrator(world);
  const { page } = visitor;
  const today = dayInShanghai(new Date());
  const yesterday = addDays(today, -1);
  const oldYesterday = await boardOn(page, yesterday);
  const old = await boardOn(page, today);
  await threeClicksToADocument(page);

  const compound = await openUnservedCompound(page);
  const before = new Date().toISOString();
  await importEvidence(page, compound.code, today);

  await page.goto(new URL(compound.path, page.url()).href);
  await page.getByTestId('verdict-C1').and(page.locator('[data-state="COVERED"]')).waitFor();
  const paper = page.getByTestId('evidence').locator('li', { hasText: '晋物备长故事1号' });
  await paper.getByText('新合同 第 2 行').waitFor();

  await page.getByTestId('nav-board').click();
  const now = await readBoard(page);
  expect(now.C1.numerator.strict).toBe(old.C1.numerator.strict + 1);
  expect(now.C1.denominator).toBe(old.C1.denominator);
  await exportAgrees(page, now);
  await eventually(() => rateInTrend(page, today), now.C1.rate.strict);

  // The day: on the day before, the contract was not in force yet.
  expect(await boardOn(page, yesterday)).toEqual(oldYesterday);
  // The knowledge: the same day, as it was known before the contract came, and as it was known before anything came.
  await page.goto(`${world.installation.address}/board?knownAt=${encodeURIComponent(before)}`);
  expect(await readBoard(page)).toEqual(old);
  await lookAt(page, yesterday, 'then');
  await page.getByTestId('board').getByText('还没有在用的小区').waitFor();
  await lookAt(page, today, 'now');
  expect(await readBoard(page)).toEqual(now);

  await page.getByTestId('nav-imports').click();
  const imported = page.getByTestId('imports').locator('tbody tr', { hasText: '已导入' });
  await imported.getByRole('link', { name: '新合同.csv' }).click();
  await page.getByTestId('import-undo').click();
  await page.getByTestId('dialog-submit').click();
  await page.getByTestId('import-status').getByText('已撤销').waitFor();
  await page.getByTestId('nav-board').click();
  await eventually(async () => (await readBoard(page)).C1, old.C1);
  await settled(page);

  expect(visitor.complaints).toEqual([]);
  expect(visitor.refusals).toEqual([]);
}
