import type { Page } from 'playwright-core';
import { aPdf } from '../../support/papers.js';
import { settled, untilText } from '../support/visitor.js';
import { openPart, submitDialog } from './desk.js';

// What the desk does with 委托书, one deed each.

/** The unit at the last door, whose owner comes to no desk. */
export async function lastUnit(page: Page): Promise<string> {
  await openPart(page, 'delivery');
  return untilText(page.getByTestId('door').last().getByRole('rowheader'), /\S/);
}

async function fillProxy(page: Page, unit: string, holder: string): Promise<void> {
  await page.getByTestId('proxy-add').click();
  await page.getByTestId('party-picker').fill(unit);
  await page.getByRole('option', { name: unit }).first().click();
  await page.getByTestId('proxy-holder').fill(holder);
  await page.getByTestId('proxy-mark').fill('123X');
  await page.getByTestId('proxy-scan').setInputFiles({
    ...{ name: '委托书.pdf', mimeType: 'application/pdf' },
    buffer: aPdf('委托书'),
  });
}

/** A proxy is refused to staff of the manager, given to a neighbour, revoked, and given to a relative. */
export async function giveProxies(page: Page, unit: string): Promise<void> {
  await openPart(page, 'proxies');
  await fillProxy(page, unit, '物业李四');
  await page.getByTestId('proxy-kind').selectOption('manager-staff');
  await page.getByTestId('dialog-submit').click();
  await page.getByTestId('problem').getByText('物业服务企业的工作人员不能代理').waitFor();
  await page.getByTestId('proxy-kind').selectOption('other');
  await page.getByTestId('proxy-holder').fill('邻居王五');
  await submitDialog(page);
  const proxies = page.getByTestId('proxy');
  await proxies.filter({ hasText: '邻居王五' }).getByText('有效').waitFor();
  await proxies.filter({ hasText: unit }).getByTestId('proxy-revoke').click();
  await page.getByTestId('reason').fill('本人改请亲属');
  await submitDialog(page);
  await proxies.filter({ hasText: '邻居王五' }).getByText('已撤销').waitFor();
  await fillProxy(page, unit, '儿子赵六');
  await submitDialog(page);
  await proxies.filter({ hasText: '儿子赵六' }).filter({ hasText: unit }).getByText('有效').waitFor();
}

/** The holder votes for the unit, with a receipt of its own. @returns its code */
export async function castByProxy(page: Page, unit: string): Promise<string> {
  await openPart(page, 'delivery');
  const door = page.getByTestId('door').filter({ hasText: unit });
  await door.getByTestId('door-cast').click();
  await page.getByTestId('ballot-by').fill('儿子赵六');
  await page.getByTestId('ballot-witness').fill('社区李四');
  await page.getByTestId('ballot-capacity').selectOption('proxy');
  await page.locator('[data-testid="answer-1"] [data-choice="for"]').check();
  await page.getByTestId('dialog-submit').click();
  const code = await untilText(page.getByTestId('receipt-code'), /\S/);
  await submitDialog(page);
  await door.getByText('已投').waitFor();
  await settled(page);
  return code;
}
