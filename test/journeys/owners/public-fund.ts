import { expect } from '@jest/globals';
import { isForEverybody } from '../demo/public-pages.js';
import type { DemoWorld } from '../support/demo-world.js';
import { isReadWithLargeText, NamesOfTheCity } from '../support/page-checks.js';
import { PHONE, settled, visit } from '../support/visitor.js';

/** Anybody reads what the fund of the city took in and paid out, and each of its entries. */
export async function theFundIsReadByEverybody({ browser, installation }: DemoWorld): Promise<void> {
  const { page, complaints, refusals } = await visit(browser, installation, PHONE);
  const names = new NamesOfTheCity(page);
  await page.goto(`${installation.address}/fund/1405`);
  await page.getByTestId('fund-entry').first().waitFor();
  await settled(page);
  await isForEverybody(page, names);
  await isReadWithLargeText(page);
  // Each picture has its table, which tells the same to whoever sees no picture.
  for (const picture of ['fund-flow', 'fund-course']) await page.getByTestId(`${picture}-table`).click();
  await page.getByTestId('fund-flow').getByRole('table').waitFor();
  await page.getByTestId('course-month').first().waitFor();
  await page.getByTestId('fund-compound').first().getByRole('link').click();
  await page.getByTestId('public-project').first().waitFor();
  await settled(page);
  await isForEverybody(page, names);
  await isReadWithLargeText(page);
  await page.getByTestId('public-project').getByText('单元门更换').click();
  await page.getByTestId('project-paid').getByText('¥0.00').waitFor();
  await settled(page);
  await isForEverybody(page, names);
  await isReadWithLargeText(page);
  await page.goto(`${installation.address}/fund/1405`);
  await page.getByTestId('fund-entry').first().getByRole('link').first().click();
  await page.getByTestId('entry-line').first().waitFor();
  await settled(page);
  await isForEverybody(page, names);
  await isReadWithLargeText(page);
  expect([complaints, refusals]).toEqual([[], []]);
}
