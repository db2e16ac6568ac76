import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { callerOf } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';
import { stumbles, surplusWidth } from '../support/page-checks.js';
import { DEMO_PASSWORD } from '#libs/schema';
import { DESK, eventually, PHONE, settled, signIn, untilCount, untilText, visit } from '../support/visitor.js';

const STREET = '140502001';

interface Unit {
  readonly id: string;
  readonly owners: readonly { readonly id: string }[];
}

/** The compound of the street whose register of owners the demo city has. */
export async function compoundWithOwners({ installation }: DemoWorld): Promise<string> {
  const { send } = await callerOf(installation, 'jiedao');
  const { items } = await send<{ items: { id: string }[] }>('GET', `/compounds?area=${STREET}&limit=200`);
  for (const { id } of items) {
    const { units } = await send<{ units: number }>('GET', `/compounds/${id}/roster`);
    if (units > 0) return id;
  }
  throw new Error('no compound of the street has a register of owners');
}

/** Pages of a register to be looked at: the list, what is marked in it, and a unit with a history and a representative. */
export async function registerOfOwners(world: DemoWorld): Promise<readonly string[]> {
  const compound = await compoundWithOwners(world);
  const { send } = await callerOf(world.installation, 'jiedao');
  const path = `/compounds/${compound}/units`;
  const { items } = await send<{ items: Unit[] }>('GET', `${path}?mark=no-representative`);
  const unit = items[0];
  if (!unit) throw new Error('no unit of the register is held by several owners');
  const at = `${path}/${unit.id}`;
  const [first] = unit.owners;
  await send('POST', `${at}/representative`, { ownerId: first?.id, on: '2026-10-01', reason: '共有人推选' });
  const owners = [
    { name: '演示甲', phone: '13800001234', share: '1/3', isRepresentative: true },
    { name: '演示乙', share: '2/3', guardian: { name: '演示丙' } },
  ];
  const documentNumber = '晋（2026）晋城市不动产权第0000000001号（虚构）';
  const sale = { on: '2026-11-01', cause: 'sale', owners, documentNumber, reason: '二手房过户，按产权证登记' };
  await send('POST', `${at}/transfers`, sale);
  return [path, `${path}?mark=shares-incomplete`, `${path}?building=2&stairway=1`, `${path}?q=%E6%97%A0`, at];
}

async function isWhole(page: Page): Promise<void> {
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    await settled(page);
    expect(await stumbles(page)).toEqual([]);
    expect(await surplusWidth(page)).toBe(0);
  }
}

/** Somebody of the street finds a unit on the phone, looks at a number for a reason, and registers who bought it. */
export async function ownersAreKept(world: DemoWorld): Promise<void> {
  const compound = await compoundWithOwners(world);
  const visitor = await visit(world.browser, world.installation, PHONE);
  await signIn(visitor, { login: 'jiedao', password: DEMO_PASSWORD });
  const { page } = visitor;
  await page.goto(`${world.installation.address}/compounds/${compound}`);
  await page.getByTestId('compound-roster').click();
  await page.getByTestId('roster-summary').waitFor();
  await settled(page);
  const [units, parties] = await Promise.all(
    ['roster-units', 'roster-parties'].map(async (each) => Number(await page.getByTestId(each).innerText())),
  );
  expect(parties).toBeGreaterThan(0);
  expect(parties).toBeLessThan(units as number);
  await page.getByTestId('unit-search').fill('3栋2单元101');
  await page.getByTestId('unit-search').press('Enter');
  await untilCount(page.getByTestId('unit-table').locator('tbody tr'), 1);
  await page.getByTestId('unit-table').getByRole('link').click();
  await page.getByTestId('ownerships').waitFor();

  await page.getByTestId('unit-transfer').click();
  await page.getByTestId('owner-name-1').fill('演示买受人');
  await page.getByTestId('owner-share-1').fill('1/2');
  await page.getByTestId('transfer-reason').fill('二手房过户');
  await page.getByTestId('dialog-submit').click();
  await page.getByText('份额合计 50.00%').waitFor();
  await isWhole(page);
  await page.getByTestId('owner-share-1').fill('');
  await page.getByTestId('dialog-submit').click();
  await untilCount(page.getByTestId('ownership'), 2);
  await untilText(page.getByTestId('owner').first(), '演*');
  expect(await page.getByTestId('ownerships').innerText()).not.toContain('演示买受人');

  await page.getByTestId('reveal').first().click();
  await page.getByTestId('reveal-reason').fill('核对表决权人身份');
  await page.getByTestId('dialog-submit').click();
  await eventually(() => page.getByTestId('revealed').innerText(), '演示买受人');
  await isWhole(page);
  expect(visitor.complaints).toEqual([]);
  expect(visitor.refusals).toEqual([
    `422 POST /api/v1/compounds/${compound}/units/${page.url().split('/').at(-1)}/transfers`,
  ]);
}
