import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { addDays, dayInShanghai } from '#libs/kernel';
import { DEMO_PASSWORD } from '#libs/schema';
import type { Page } from 'playwright-core';
import { aPng } from '../../support/papers.js';
import { compoundWithOwners } from '../demo/roster-pages.js';
import { callerOf } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';
import { isForEverybody } from '../demo/public-pages.js';
import { NamesOfTheCity, stumbles, surplusWidth } from '../support/page-checks.js';
import { DESK, PHONE, settled, signIn, visit, type Visitor } from '../support/visitor.js';
import { submitDialog } from '../votes/desk.js';

const CONFIRMED = { matter: '2号楼1单元水泵抢修', conclusion: '同意使用' };
const PAPERS = ['application', 'resolution', 'budget'].map((paper) => ({ paper, fileId: null }));

/** An emergency that the street confirms. @returns the id of the act */
async function confirmed(world: DemoWorld, compoundId: string): Promise<string> {
  const [first, second] = [await callerOf(world.installation, 'jiedao'), await callerOf(world.installation, 'jiedao2')];
  const asked = { power: 'WY-19', body: '140502001', compoundId, applicant: '小区业主委员会（演示）' };
  const told = { ...asked, form: CONFIRMED, amountFen: '500000', papers: PAPERS };
  const { id } = await first.send<{ id: string }>('POST', '/acts', told, randomUUID());
  await second.send('POST', `/acts/${id}/review`, { agrees: true });
  await first.send('POST', `/acts/${id}/issue`, { decision: '同意使用维修资金。' });
  return id;
}

async function staff(world: DemoWorld, login: string): Promise<Visitor> {
  const visitor = await visit(world.browser, world.installation, DESK);
  await signIn(visitor, { login, password: DEMO_PASSWORD });
  return visitor;
}

async function isReadEverywhere(page: Page): Promise<void> {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await settled(page);
    expect([await stumbles(page), await surplusWidth(page)]).toEqual([[], 0]);
  }
}

async function aDepositIsRecorded(page: Page): Promise<void> {
  await page.getByTestId('deposit').click();
  await page.getByTestId('deposit-building').getByText('2号楼').waitFor({ state: 'attached' });
  await page.getByTestId('deposit-building').selectOption({ label: '2号楼' });
  await page.getByTestId('deposit-home').selectOption({ label: '2号楼1单元101' });
  await page.getByTestId('deposit-amount').fill('321.50');
  await page.getByLabel('到账日期').fill(dayInShanghai(new Date()));
  await page.getByLabel('到账日期').press('Enter');
  await isReadEverywhere(page);
  await submitDialog(page);
  await page.getByTestId('maintenance-done').getByText('已登记 2号楼1单元101 续交 ¥321.50').waitFor();
}

/** Nothing of a list with a faulty row is recorded, and each such row is told. */
async function aListIsSentBack(page: Page): Promise<void> {
  await page.getByTestId('deposit-list').click();
  await page.getByTestId('list-kind').selectOption('top-up');
  const rows = ['房屋,金额', '2号楼1单元102,100.00', '9号楼9单元999,100.00', '2号楼1单元201,一百'];
  const file = { name: '续交清单.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
  await page.getByTestId('list-file').setInputFiles(file);
  await page.getByTestId('dialog-submit').click();
  await page.getByTestId('list-fault').getByText('第 3 行').waitFor();
  await page.getByTestId('list-fault').getByText('第 4 行').waitFor();
  await page.getByTestId('list-faults').getByText('清单共 3 行，2 行有误').waitFor();
  await isReadEverywhere(page);
  await page.keyboard.press('Escape');
  await page.getByTestId('list-faults').waitFor({ state: 'detached' });
}

async function aRepairIsAsked(page: Page, act: string): Promise<void> {
  await page.getByTestId('ask-repair').click();
  await page.getByTestId('repair-title').fill('2号楼1单元水泵抢修');
  await page.getByTestId('repair-payee').fill('晋城示例水务有限公司（演示）');
  await page.getByTestId('repair-amount').fill('1800.00');
  await page.getByTestId('repair-benefit').selectOption('stairway');
  await page.getByTestId('repair-building').getByText('2号楼').waitFor({ state: 'attached' });
  await page.getByTestId('repair-building').selectOption('2');
  await page.getByTestId('repair-stairway').selectOption('1');
  await page.getByTestId('repair-emergency').selectOption('pump');
  await page.getByTestId('field-decision').locator(`option[value="act:${act}"]`).waitFor({ state: 'attached' });
  await page.getByTestId('field-decision').selectOption(`act:${act}`);
  await page.getByTestId('repair-allowed').fill('5000.00');
  await page.getByTestId('repair-preview').click();
  await page.getByTestId('split-lacking').getByText('各户余额足够').waitFor();
  await page.getByTestId('shares-total').getByText('¥1,800.00').first().waitFor();
  await isReadEverywhere(page);
  await submitDialog(page);
  await page.getByTestId('no-instalments').waitFor();
  await page.getByTestId('approve').waitFor({ state: 'detached' });
  await isReadEverywhere(page);
}

const scan = (name: string): { name: string; mimeType: string; buffer: Buffer } => ({
  ...{ name: `${name}.png`, mimeType: 'image/png', buffer: aPng() },
});

async function today(page: Page, label: string): Promise<void> {
  await page.getByLabel(label).fill(dayInShanghai(new Date()));
  await page.getByLabel(label).press('Enter');
}

/** The contract, which retains something; whoever asks for its payment does not approve it. */
async function isContracted(page: Page): Promise<void> {
  await page.getByTestId('paper-contract').click();
  await page.getByTestId('field-number').fill('WX-2026-002');
  await today(page, '签订日期');
  await page.getByTestId('schedule-split').check();
  await page.getByTestId('schedule-retention').fill('54.00');
  await page.getByLabel('质保期满日').fill(addDays(dayInShanghai(new Date()), 730));
  await page.getByLabel('质保期满日').press('Enter');
  await page.getByTestId('schedule-rest').getByText('¥1,746.00').waitFor();
  await isReadEverywhere(page);
  await submitDialog(page);
  await page.getByTestId('repair-contract').getByText('WX-2026-002').waitFor();
  await page.getByTestId('instalment').getByText('第 2 期 · 质保金').waitFor();
  await page.getByTestId('repair-hindrance').getByText('还没有验收').waitFor();
  await page.getByTestId('ask-payment').click();
  await page.getByTestId('repair-hindrance').getByText('这笔款是您申请的').waitFor();
  await page.getByTestId('approve').waitFor({ state: 'detached' });
}

/** What an emergency brings after it was paid: its acceptance and its invoice, for everybody to see. */
async function isPapered(page: Page): Promise<void> {
  await page.reload();
  await page.getByTestId('repair-lacking').getByText('验收、发票').waitFor();
  await page.getByTestId('repair-due').waitFor();
  await page.getByTestId('paper-acceptance').click();
  await page.getByTestId('field-acceptors-committee').check();
  await page.getByTestId('field-acceptors-manager').check();
  await today(page, '验收日期');
  await page.getByTestId('field-note').fill('水压正常');
  await page.getByTestId('field-fileId').setInputFiles(scan('验收单'));
  await page.getByTestId('field-isPublic').check();
  await isReadEverywhere(page);
  await submitDialog(page);
  await page.getByTestId('repair-acceptance').getByText('业主委员会、物业服务企业').waitFor();
  await page.getByTestId('voucher-new').click();
  await page.getByTestId('voucher-title').fill('抢修发票（已遮盖）');
  await page.getByTestId('voucher-file').setInputFiles(scan('发票'));
  await page.getByTestId('voucher-public').check();
  await submitDialog(page);
  await page.getByTestId('voucher').getByText('抢修发票（已遮盖）').waitFor();
  await page.getByTestId('repair-lacking').waitFor({ state: 'detached' });
}

/** Everybody sees what was done, who did it and what it cost, down to its invoice. */
async function isPublic({ page }: Visitor, address: string): Promise<void> {
  await page.goto(address);
  const card = page.getByTestId('public-repair').filter({ hasText: '2号楼1单元水泵抢修' });
  await card.getByText('¥1,800.00').first().waitFor();
  await card.getByText('晋城示例水务有限公司（演示）').waitFor();
  await card.getByTestId('public-acceptance').getByText('水压正常').waitFor();
  await card.getByTestId('public-voucher').getByText('抢修发票（已遮盖）').waitFor();
  await card.getByTestId('public-instalment').getByText('第 1 期 · 结算款').waitFor();
  await isForEverybody(page, new NamesOfTheCity(page));
}

async function isApproved(page: Page): Promise<void> {
  await page.getByTestId('declare').check();
  await isReadEverywhere(page);
  await page.getByTestId('approve').click();
  await page.getByTestId('approve').waitFor({ state: 'detached' });
}

/** An office keeps the fund of a compound on its page; two others approve what it asks for, and homes pay. */
export async function aMaintenanceFundIsKept(world: DemoWorld): Promise<void> {
  const compound = await compoundWithOwners(world);
  const act = await confirmed(world, compound);
  const asker = await staff(world, 'jiedao');
  await asker.page.goto(`${world.installation.address}/compounds/${compound}/maintenance-fund`);
  await aDepositIsRecorded(asker.page);
  await aListIsSentBack(asker.page);
  await aRepairIsAsked(asker.page, act);
  await isContracted(asker.page);
  const second = await staff(world, 'jiedao2');
  await second.page.goto(asker.page.url());
  await isApproved(second.page);
  await second.page.getByTestId('instalment-approvals').getByText('刘洋').waitFor();
  const keeper = await staff(world, 'shi');
  await keeper.page.goto(asker.page.url());
  await isApproved(keeper.page);
  await keeper.page.getByTestId('repair-state').getByText('分期付款中').waitFor();
  await keeper.page.getByTestId('repair-taken').getByText('¥1,746.00').waitFor();
  await isReadEverywhere(keeper.page);
  await isPapered(asker.page);
  await isPublic(asker, `${world.installation.address}/maintenance-fund/1405/${compound}`);
  for (const { complaints, refusals } of [asker, second, keeper]) expect([complaints, refusals]).toEqual([[], []]);
}
