import { readFile } from 'node:fs/promises';
import { DEMO_PASSWORD } from '#libs/schema';
import type { Page } from 'playwright-core';
import { readPrinted } from '../../support/reading/printed-paper.js';
import { aPng } from '../../support/papers.js';
import { isForEverybody } from '../demo/public-pages.js';
import { compoundWithOwners } from '../demo/roster-pages.js';
import { callerOf } from '../support/calls.js';
import { asAdministrator, type DemoWorld } from '../support/demo-world.js';
import { isReadWithLargeText, NamesOfTheCity } from '../support/page-checks.js';
import { PHONE, signIn, untilCount, untilText, visit, type Visitor } from '../support/visitor.js';
import { submitDialog } from '../votes/desk.js';

const PAPERS = ['application', 'resolution', 'budget'].map((paper) => ({ paper }));
const HELPED = '欧阳秋月';

/** The keeper of the fund records a gift and saves its certificate. @returns where its QR code leads */
async function given({ page }: Visitor, address: string): Promise<string> {
  await page.goto(`${address}/spending/receipts`);
  await page.getByTestId('receipt-new').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByTestId('receipt-amount').fill('300');
  // The calendar that opens below the field is named after days as well.
  const day = dialog.getByRole('combobox', { name: '日期' });
  await day.fill('2026-11-20');
  await day.press('Enter');
  await dialog.getByTestId('receipt-giver').fill('上官云飞');
  await dialog.getByTestId('receipt-use').selectOption('5004');
  await dialog.getByTestId('dialog-submit').click();
  const row = page.getByTestId('receipt-row').filter({ hasText: '上官云飞' });
  await row.getByText('困难救助').waitFor();
  const [saved] = await Promise.all([page.waitForEvent('download'), row.getByTestId('certificate').click()]);
  const { text, qr } = readPrinted(await readFile(await saved.path()));
  if (!text.includes('上官云飞') || qr === null) throw new Error(`the certificate says ${text}`);
  return new URL(qr).pathname + new URL(qr).hash;
}

/** Help to a household, up to the payment that was asked for: by the offices of the street and the city. */
async function askedFor(world: DemoWorld): Promise<string> {
  const { installation } = world;
  const keeper = await callerOf(installation, 'shi');
  const clerk = await callerOf(installation, 'jiedao');
  const colleague = await callerOf(installation, 'jiedao2');
  const compoundId = await compoundWithOwners(world);
  const asked = { compoundId, title: '暖冬救助', use: '5004', reason: '低保家庭', amount: '250', beneficiary: HELPED };
  const { id } = await colleague.send<{ id: string }>('POST', '/fund/projects', asked);
  const form = { matter: '暖冬救助', conclusion: '同意' };
  const paper = { power: 'WY-19', body: '140502001', compoundId, applicant: '业委会', form, amountFen: '25000' };
  const { id: act } = await clerk.send<{ id: string }>('POST', '/acts', { ...paper, papers: PAPERS });
  await colleague.send('POST', `/acts/${act}/review`, { agrees: true });
  await clerk.send('POST', `/acts/${act}/issue`, { decision: '同意使用。' });
  await clerk.send('POST', `/fund/projects/${id}/review`, { agrees: true });
  await clerk.send('POST', `/fund/projects/${id}/decision`, { kind: 'act', id: act, amount: '250' });
  await keeper.send('POST', `/fund/projects/${id}/appropriations`, { source: 'F5', amount: '250' });
  await clerk.send('POST', `/fund/projects/${id}/payments`, { amount: '250', memo: `救助${HELPED}` });
  return id;
}

/** One of the two who approve, with a phone in the hand. */
async function approves({ browser, installation }: DemoWorld, login: string): Promise<void> {
  const visitor = await visit(browser, installation, PHONE);
  await signIn(visitor, { login, password: DEMO_PASSWORD });
  const { page } = visitor;
  await page.goto(`${installation.address}/spending/approvals`);
  const card = page.getByTestId('approval').filter({ hasText: '暖冬救助' });
  await card.getByText('¥250.00').waitFor();
  await isReadWithLargeText(page);
  await card.getByTestId('declare').check();
  await card.getByTestId('approve').click();
  await page
    .locator('[data-testid="approval"][data-mine="true"]')
    .filter({ hasText: '暖冬救助' })
    .waitFor({ state: 'detached' });
}

/** The bank's slip, masked, is hung on the entry for everybody to see. */
async function shown({ page }: Visitor, at: string): Promise<void> {
  await page.goto(at);
  await page.getByTestId('payment-stand').getByText('已付').waitFor();
  await page.getByTestId('voucher-new').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByTestId('voucher-title').fill('付款回单（已遮盖）');
  const slip = { name: '欧阳秋月回单.png', mimeType: 'image/png', buffer: aPng() };
  await dialog.getByTestId('voucher-file').setInputFiles(slip);
  await dialog.getByTestId('voucher-public').check();
  await dialog.getByTestId('dialog-submit').click();
  await page.getByTestId('voucher').getByText('付款回单（已遮盖）').waitFor();
}

/** It was not masked well enough: it is taken back with a reason, which everybody reads in its place, with its digest. */
async function takenBack({ page: desk }: Visitor, page: Page): Promise<void> {
  const address = await page.getByTestId('public-voucher').getByRole('link').getAttribute('href');
  const voucher = desk.getByTestId('voucher').filter({ hasText: '付款回单（已遮盖）' });
  await voucher.getByTestId('voucher-withdraw').click();
  await desk.getByTestId('reason').fill('遮盖不全，露出收款账号');
  await submitDialog(desk);
  await voucher.getByText('已撤回公开').waitFor();
  await page.reload();
  const left = page.getByTestId('public-voucher').filter({ has: page.getByTestId('voucher-withdrawn') });
  await left.getByText('遮盖不全，露出收款账号').waitFor();
  await left.getByText(/[0-9a-f]{64}/).waitFor();
  await untilCount(left.getByRole('link'), 0);
  const file = await page.request.get(new URL(address ?? '', page.url()).href);
  if (file.ok()) throw new Error(`the file is still shown: ${file.status()}`);
}

async function tellsNobody(page: Page): Promise<void> {
  const said = await page.locator('body').innerText();
  for (const name of [HELPED, '上官云飞']) if (said.includes(name)) throw new Error(`${name} is named`);
  await isForEverybody(page, new NamesOfTheCity(page));
}

/** A gift from its giver to its voucher on the public page, by the code of its certificate. */
export async function aGiftIsFollowed(world: DemoWorld): Promise<void> {
  const { browser, installation } = world;
  const keeper = await asAdministrator(world);
  const way = await given(keeper, installation.address);
  const project = await askedFor(world);
  await approves(world, 'qu');
  await approves(world, 'shi');
  await shown(keeper, `${installation.address}/spending/${project}`);
  const { page } = await visit(browser, installation, PHONE);
  await page.goto(`${installation.address}${way}`);
  const share = page.getByTestId('gift-share');
  await share.getByText('¥250.00').first().waitFor();
  await untilText(page.getByTestId('gift-left'), '¥50.00');
  await share.getByText('欧阳*').first().waitFor();
  await tellsNobody(page);
  await isReadWithLargeText(page);
  await share.getByTestId('share-entry').click();
  await page.getByTestId('public-voucher').getByText('付款回单（已遮盖）').waitFor();
  await page.getByTestId('public-spending').getByText('暖冬救助').waitFor();
  await tellsNobody(page);
  await takenBack(keeper, page);
  await tellsNobody(page);
}
