import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { asAdministrator, type DemoWorld } from '../support/demo-world.js';
import { isReadWithLargeText, surplusWidth } from '../support/page-checks.js';
import { PHONE, settled } from '../support/visitor.js';

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
  await page.setViewportSize(PHONE);
  for (const path of ['/spending/approvals', '/spending/pledges', '/fund/desk?part=months']) {
    await page.goto(world.installation.address + path);
    await page.getByTestId('person').waitFor();
    await settled(page);
    expect([path, await outOfTheBar(page)]).toEqual([path, []]);
    await isReadWithLargeText(page);
    await browser.send('Page.setFontSizes', { fontSizes: TWICE });
  }
}

/** What stands above or below the bar that holds it, or is squeezed to nothing. */
function outOfTheBar(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const bar = document.querySelector('header.top');
    const box = bar?.getBoundingClientRect();
    if (!bar || !box) return ['no bar'];
    const words = [...bar.querySelectorAll<HTMLElement>(':scope > .demo, .where')];
    return words.flatMap((each) => {
      const own = each.getBoundingClientRect();
      const isOut = own.top < box.top - 1 || own.bottom > box.bottom + 1 || each.scrollWidth > each.clientWidth + 1;
      return isOut ? [each.innerText] : [];
    });
  });
}
