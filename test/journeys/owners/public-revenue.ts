import { expect } from '@jest/globals';
import { isForEverybody } from '../demo/public-pages.js';
import { callerOf } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';
import { isReadWithLargeText, NamesOfTheCity } from '../support/page-checks.js';
import { PHONE, settled, visit } from '../support/visitor.js';

/** Anybody reads what the common parts of a compound earned: its account, a quarter as it hung, objections, entries. */
export async function theRevenueIsReadByEverybody({ browser, installation }: DemoWorld): Promise<void> {
  const committee = await callerOf(installation, 'weiyuan');
  const { items } = await committee.send<{ items: { id: string }[] }>('GET', '/compounds?limit=1');
  const { page, complaints, refusals } = await visit(browser, installation, PHONE);
  const names = new NamesOfTheCity(page);
  await page.goto(`${installation.address}/revenue/1405/${items[0]?.id}`);
  await page.getByTestId('revenue-bank').getByText('账号 ****0101').waitFor();
  await page.getByTestId('revenue-objection').getByText('已答复', { exact: true }).waitFor();
  await page.getByTestId('fund-entry').filter({ hasText: '中心花园补种苗木' }).getByText('−¥2,600.00').waitFor();
  await page
    .getByRole('link', { name: /^\d{4} 年第 \d 季度$/ })
    .last()
    .click();
  await page.getByTestId('revenue-closing').getByText('¥17,400.00').waitFor();
  await page.getByTestId('revenue-photo').getByText('东门公示栏').waitFor();
  await settled(page);
  await isForEverybody(page, names);
  await isReadWithLargeText(page);
  expect([complaints, refusals]).toEqual([[], []]);
}
