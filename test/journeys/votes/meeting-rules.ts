import { expect } from '@jest/globals';
import { DEMO_PASSWORD } from '#libs/schema';
import type { Page } from 'playwright-core';
import { aPdf } from '../../support/papers.js';
import { callerOf } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';
import { isReadWithLargeText, stumbles, surplusWidth } from '../support/page-checks.js';
import { DESK, PHONE, settled, signIn, untilText, visit } from '../support/visitor.js';

/** As long as the names of the compounds that lay them down. */
const TITLE = '晋城经济技术开发区凤凰山矿务局职工家属住宅小区北苑四期业主大会议事规则（2025年修订）';

async function isWhole(page: Page): Promise<void> {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await settled(page);
    expect([page.url(), await stumbles(page), await surplusWidth(page)]).toEqual([page.url(), [], 0]);
  }
}

/** The rules of a compound's meetings: none yet, the form as it is empty, and the version that it lays down. */
export async function meetingRulesAreLaidDown(world: DemoWorld): Promise<void> {
  const { send } = await callerOf(world.installation, 'shi');
  const placed = { area: '140502001001', name: '凤凰北苑', on: '2026-11-01', reason: '新登记' };
  const { id } = await send<{ id: string }>('POST', '/compounds', placed);
  const visitor = await visit(world.browser, world.installation);
  await signIn(visitor, { login: 'jiedao', password: DEMO_PASSWORD });
  const { page } = visitor;
  await page.goto(`${world.installation.address}/compounds/${id}/meeting-rules`);
  await page.getByTestId('empty').getByText('还没有登记议事规则').waitFor();
  await isWhole(page);
  await page.getByTestId('meeting-rules-new').click();
  await page.getByTestId('meeting-rules-submit').and(page.locator(':disabled')).waitFor();
  await isWhole(page);
  await page.setViewportSize(PHONE);
  await isReadWithLargeText(page);
  await page.setViewportSize(DESK);

  await page.getByTestId('meeting-rules-title').fill(TITLE);
  await page.getByTestId('meeting-rules-adopted').fill('2025 年业主大会第 3 号决定');
  const day = page.getByRole('combobox', { name: '生效日期' });
  await day.fill('2026-01-01');
  await day.press('Enter');
  const document = { name: '议事规则.pdf', mimeType: 'application/pdf', buffer: aPdf('议事规则') };
  await page.getByTestId('meeting-rules-file').setInputFiles(document);
  // Less than the law asks for is refused with the reason, and what was typed is still there.
  await page.getByTestId('meeting-rules-notice').fill('10');
  await page.getByTestId('meeting-rules-submit').click();
  await page.getByTestId('problem').getByText('少于法定的 15 天').waitFor();
  await page.getByTestId('meeting-rules-notice').fill('20');
  await page.getByTestId('meeting-rules-submit').click();
  const version = page.getByTestId('meeting-rules-version');
  await version.getByText('现行').waitFor();
  await untilText(version, TITLE);
  await untilText(version, '20');
  await isWhole(page);
  expect(visitor.complaints).toEqual([]);
  expect(visitor.refusals).toEqual([`422 POST /api/v1/compounds/${id}/meeting-rules`]);
}
