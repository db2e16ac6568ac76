import { expect } from '@jest/globals';
import { asAdministrator, type DemoWorld } from '../support/demo-world.js';
import { surplusWidth } from '../support/page-checks.js';
import { settled } from '../support/visitor.js';

/** Text twice as large as browsers have it at first. */
const TWICE = { standard: 32, fixed: 26 };

/** Somebody who set the browser to large text reads every page without scrolling sideways. */
export async function textTwiceAsLarge(world: DemoWorld): Promise<void> {
  const { page } = await asAdministrator(world);
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: TWICE });
  const wide: Record<string, number> = {};
  for (const path of [
    '/board',
    '/areas/140502',
    '/gaps',
    '/compounds',
    '/people',
    '/audit-log',
    '/imports/new',
    '/acts',
    '/acts/new',
    '/delegations',
  ]) {
    await page.goto(world.installation.address + path);
    await page.getByTestId('person').waitFor();
    await settled(page);
    const size = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    expect(size).toBeGreaterThan(27);
    const surplus = await surplusWidth(page);
    if (surplus > 0) wide[path] = surplus;
  }
  expect(wide).toEqual({});
}
