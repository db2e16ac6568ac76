import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import { read, utils } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { callerOf } from '../support/calls.js';
import { numberOf } from '../support/board.js';
import { asAdministrator, type DemoWorld } from '../support/demo-world.js';
import { eventually, settled, untilCount } from '../support/visitor.js';

async function compoundsByPinyin(page: Page): Promise<void> {
  await page.getByTestId('nav-compounds').click();
  await page.getByTestId('search').fill('meiyouzhegexiaoqu');
  await page.getByText('没有相符的小区').first().waitFor();
  await page.getByTestId('search').fill('');
  await page.getByTestId('compound-search').fill('pskxy');
  await page.getByTestId('compound-search').press('Enter');
  const names = page.getByTestId('compound-table').locator('tbody th');
  await eventually(() => names.allInnerTexts(), ['拼搜可寻苑']);
  // What was searched stands in the address and can be sent.
  await page.reload();
  await eventually(() => names.allInnerTexts(), ['拼搜可寻苑']);
}

async function confirm(page: Page, reason: string): Promise<void> {
  await page.getByTestId('reason').fill(reason);
  await page.getByTestId('dialog-submit').click();
}

async function accountClosedAndOpened(page: Page): Promise<void> {
  await page.getByTestId('nav-people').click();
  await page.getByTestId('people-search').fill('赵芳');
  await page.getByTestId('people-search').press('Enter');
  await untilCount(page.getByTestId('people-table').locator('tbody tr'), 1);
  const person = page.getByTestId('person-shequ');
  await person.getByTestId('disable').click();
  await confirm(page, '借调');
  await person.getByText('已停用').waitFor();
  await person.getByTestId('enable').click();
  await confirm(page, '返岗');
  await person.getByText('正常').waitFor();
}

/** The workbook holds what the page shows, in words. */
async function gapsExported(page: Page): Promise<void> {
  await page.getByTestId('nav-gaps').click();
  await page.getByTestId('filter-C2').click();
  await page.getByTestId('filter-STALE').click();
  await settled(page);
  const shown = numberOf(await page.getByTestId('shown-count').innerText());
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export').click()]);
  expect(file.suggestedFilename()).toMatch(/^晋城市-缺口清单-业委会-已失效-\d{4}-\d{2}-\d{2}\.xlsx$/);
  const book = read(await readFile(await file.path()));
  const rows = utils.sheet_to_json<Record<string, string>>(book.Sheets['缺口'] ?? {});
  expect(rows.length).toBe(shown);
  const told = new Set(rows.map((row) => `${row['指标名称']} ${row['状态']}`));
  expect([...told]).toEqual(['业委会（物管会）覆盖 已失效']);
}

/** Whoever looks for something finds it as they would say or type it. */
export async function searchAndPeople(world: DemoWorld): Promise<void> {
  const { send } = await callerOf(world.installation, 'shi');
  await send('POST', '/compounds', { name: '拼搜可寻苑', area: '140502001001', on: '2026-11-01', reason: '新登记' });
  const visitor = await asAdministrator(world);
  await compoundsByPinyin(visitor.page);
  await accountClosedAndOpened(visitor.page);
  await gapsExported(visitor.page);
  expect(visitor.complaints).toEqual([]);
  expect(visitor.refusals).toEqual([]);
}
