import type { Page } from 'playwright-core';
import type { DemoWorld } from '../support/demo-world.js';
import { PHONE, untilText, visit, type Visitor } from '../support/visitor.js';

/** Types the code that the page of a demo city tells, and enters. */
async function withToldCode(page: Page): Promise<void> {
  const told = await untilText(page.getByTestId('owner-demo-code'), /\d{6}/);
  await page.getByTestId('owner-code').fill(/\d{6}/.exec(told)?.[0] ?? '');
  await page.keyboard.press('Enter');
}

/** Binds the first home that is offered, where none is bound yet. */
export async function bindsFirst(page: Page): Promise<void> {
  await page.getByTestId('no-votes').getByText('还没有绑定房屋').waitFor();
  await page.getByTestId('offer-bind').first().click();
  await page.getByTestId('owner-done').waitFor();
}

/** Signs in by phone and binds the first home that is offered. */
export async function enters(world: DemoWorld, phone: string): Promise<Visitor> {
  const visitor = await visit(world.browser, world.installation, PHONE);
  const { page } = visitor;
  await page.goto(`${world.installation.address}/owner`);
  await page.getByTestId('owner-phone').fill(phone);
  await page.keyboard.press('Enter');
  await withToldCode(page);
  await bindsFirst(page);
  return visitor;
}
