import { expect } from '@jest/globals';
import { DEMO_PASSWORD } from '#libs/schema';
import { callerOf } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';
import { reach } from '../support/keyboard.js';
import { settled, visit } from '../support/visitor.js';

const id = (name: string): string => `[data-testid="${name}"]`;

/** Nobody touches the mouse: sign-in, board, another place, a gap, the file of a compound and its paper. */
export async function fromTheCityToAFile(world: DemoWorld): Promise<void> {
  const { send } = await callerOf(world.installation, 'shi');
  await send('POST', '/compounds', { name: '键盘可达苑', area: '140502001001', on: '2026-11-01', reason: '新登记' });
  const visitor = await visit(world.browser, world.installation);
  const { page } = visitor;
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  await reach(page, id('login'));
  await page.keyboard.type('shi');
  await reach(page, id('login-password'));
  await page.keyboard.type(DEMO_PASSWORD);
  await press('Enter');
  await page.getByTestId('target-C1').waitFor();
  await settled(page);

  // The first step skips the navigation.
  await page.reload();
  await page.getByTestId('target-C1').waitFor();
  await settled(page);
  await press('Tab');
  await reach(page, '.skip');
  await press('Enter');
  await reach(page, id('basis-broad'));
  await press('Enter');
  await page.getByTestId('board-basis').getByText('缺口按宽口径').waitFor();

  // Another place by its initials.
  await reach(page, id('place-switcher'), 'Shift+Tab');
  await press('Enter');
  await reach(page, id('place-search'));
  await page.keyboard.type('djjd');
  await page.getByRole('option', { name: '东街街道' }).waitFor();
  await press('Enter');
  await page.getByRole('heading', { name: '东街街道 · 四项覆盖' }).waitFor();
  await settled(page);

  // Two steps from the number to the file: the gap, the compound; the third is the paper or the reason.
  const steps = await reach(page, id('gap-C1'));
  expect(steps).toBeLessThan(20);
  await press('Enter');
  await page.getByTestId('gap-table').waitFor();
  await settled(page);
  await reach(page, id('gap-subject'));
  const name = await page.evaluate(() => document.activeElement?.textContent ?? '');
  await press('Enter');
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await page.getByTestId('verdict-C1').waitFor();

  // And a compound by its initials.
  await reach(page, id('search'), 'Shift+Tab');
  await page.keyboard.type('jpkdy');
  await page.getByRole('option', { name: '键盘可达苑' }).waitFor();
  await press('ArrowDown');
  await press('Enter');
  await page.getByRole('heading', { name: '键盘可达苑', level: 1 }).waitFor();
  await settled(page);
  expect(visitor.complaints).toEqual([]);
  expect(visitor.refusals).toEqual([]);
}
