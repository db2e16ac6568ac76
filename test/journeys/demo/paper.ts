import { expect } from '@jest/globals';
import { dayInShanghai } from '#libs/kernel';
import type { Page } from 'playwright-core';
import { asAdministrator, type DemoWorld } from '../support/demo-world.js';
import { surplusWidth } from '../support/page-checks.js';
import { DESK, settled, untilCount } from '../support/visitor.js';

/** The width of A4 between its margins, in pixels of 1/96 inch. */
const SHEET = { width: 688, height: 1000 };

/** The sizes of a PDF's pages in whole points. */
function sheetsOf(pdf: Buffer): string[] {
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox \[([\d. ]+)\]/g);
  return [...boxes].map(([, box = '']) => box.split(' ').slice(2).map(Number).map(Math.round).join(' × '));
}

/** Prints what is at an address, and answers what the paper says. */
export async function printed(page: Page, address: string): Promise<string> {
  await page.goto(address);
  await page.getByTestId('person').waitFor();
  await settled(page);
  const sheets = sheetsOf(await page.pdf({ preferCSSPageSize: true }));
  expect(sheets.length).toBeGreaterThan(0);
  expect(new Set(sheets)).toEqual(new Set(['595 × 842']));
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(SHEET);
  expect([address, await surplusWidth(page)]).toEqual([address, 0]);
  const text = await page.locator('body').innerText();
  await untilCount(page.getByRole('navigation', { name: '主导航' }), 0);
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(DESK);
  return text;
}

/** What is handed over on paper says of which day it is, how it counts, whose it is and where it comes from. */
export async function onPaper(world: DemoWorld): Promise<void> {
  const { address } = world.installation;
  const visitor = await asAdministrator(world);
  const { page } = visitor;
  const today = dayInShanghai(new Date());
  const board = await printed(page, `${address}/areas/140502?basis=broad`);
  expect(board).toContain('家园 · 晋城市 / 城区 · 演示数据');
  expect(board).toContain(`截至日 ${today}`);
  expect(board).toContain('缺口按宽口径');
  expect(board).toMatch(/市住建局 王敏 打印于 \d{4}-\d{2}-\d{2} \d{2}:\d{2}/);
  expect(board).toContain(`来源：家园系统 ${address}/areas/140502`);
  for (const basis of ['严口径', '宽口径', '声称']) expect(board).toContain(basis);

  const gaps = await printed(page, `${address}/gaps?target=C1&asOf=2026-10-31`);
  expect(gaps).toContain('截至日 2026-10-31');
  await page.getByTestId('gap-subject').first().click();
  await page.getByTestId('verdict-C1').waitFor();
  const file = await printed(page, page.url());
  expect(file).toContain('截至日 2026-10-31');
  expect(visitor.complaints).toEqual([]);
  expect(visitor.refusals).toEqual([]);
}
