import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { compoundWithOwners } from '../demo/roster-pages.js';
import { isForEverybody } from '../demo/public-pages.js';
import { callerOf } from '../support/calls.js';
import { asAdministrator, type DemoWorld } from '../support/demo-world.js';
import { NamesOfTheCity, stumbles, surplusWidth } from '../support/page-checks.js';
import { DESK, PHONE, settled } from '../support/visitor.js';

/** A deposit of a home of the demo city's register. */
export async function paidIn(
  world: DemoWorld,
  unitId: string,
  { kind, amount }: { readonly kind: 'first' | 'top-up'; readonly amount: string },
): Promise<void> {
  const compound = await compoundWithOwners(world);
  const { send } = await callerOf(world.installation, 'jiedao');
  const deposit = { unitId, kind, amount, date: '2026-01-05', document: '专票（虚构）001' };
  await send('POST', `/compounds/${compound}/maintenance-fund/deposits`, deposit, randomUUID());
}

/** Offices see every home of a maintenance fund, and everybody the totals. */
export async function aMaintenanceFundIsShown(world: DemoWorld): Promise<void> {
  const compound = await compoundWithOwners(world);
  const { send } = await callerOf(world.installation, 'jiedao');
  const path = `/compounds/${compound}/maintenance-fund/homes?limit=200`;
  const { items } = await send<{ items: { unitId: string; isOpen: boolean }[] }>('GET', path);
  const home = items.findLast(({ isOpen }) => !isOpen);
  await paidIn(world, home?.unitId ?? '', { kind: 'first', amount: '12345.67' });

  const { page, complaints, refusals } = await asAdministrator(world);
  await page.goto(`${world.installation.address}/compounds/${compound}`);
  await page.getByTestId('compound-maintenance').click();
  await page.getByTestId('funded-home').getByText('¥12,345.67').first().waitFor();
  await page.getByTestId('repair').getByText('1号楼1单元电梯钢丝绳更换').waitFor();
  await page.getByTestId('top-ups').getByText('没有应续交的房屋。').waitFor();
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    await settled(page);
    expect([await stumbles(page), await surplusWidth(page)]).toEqual([[], 0]);
  }
  await page.setViewportSize(DESK);
  const [table] = await Promise.all([page.waitForEvent('download'), page.getByTestId('maintenance-xlsx').click()]);
  expect(table.suggestedFilename()).toBe('维修资金分户余额表.xlsx');
  await page.getByTestId('to-public').click();
  await page.getByTestId('maintenance-building').first().waitFor();
  await isForEverybody(page, new NamesOfTheCity(page));
  expect([complaints, refusals]).toEqual([[], []]);
}
