import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { dayInShanghai } from '#libs/kernel';
import { DEMO_PASSWORD } from '#libs/schema';
import { callerOf } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';
import { stumbles, surplusWidth } from '../support/page-checks.js';
import { DESK, PHONE, settled, signIn, visit, type Visitor } from '../support/visitor.js';
import { submitDialog } from '../votes/desk.js';

const SCAN = {
  name: '扫描件.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};
interface Compounds {
  readonly items: readonly { readonly id: string; readonly area: { readonly code: string } | null }[];
}

const YEAR = dayInShanghai(new Date()).slice(0, 4);

/** A compound of the street that the demo firm serves, beside the one whose committee signs in and whose book is kept. */
async function servedCompound({ installation }: DemoWorld): Promise<{ id: string; company: string }> {
  const committee = await callerOf(installation, 'weiyuan');
  const { items: taken } = await committee.send<Compounds>('GET', '/compounds?limit=1');
  const firm = await callerOf(installation, 'wuye');
  const { items } = await firm.send<Compounds>('GET', '/compounds?limit=200');
  const inStreet = items.filter(({ id, area }) => id !== taken[0]?.id && area?.code.startsWith('140502001'));
  const { grants } = await firm.send<{ grants: { scope: { name: string } }[] }>('GET', '/me');
  const [found] = inStreet;
  if (!found) throw new Error('the firm serves no other compound of the street');
  return { id: found.id, company: grants[0]?.scope.name ?? '' };
}

/** Comes to the common revenue of a compound as one person of the demo city. */
async function at({ installation, browser }: DemoWorld, login: string, compound: string): Promise<Visitor> {
  const visitor = await visit(browser, installation);
  await signIn(visitor, { login, password: DEMO_PASSWORD });
  await visitor.page.goto(`${installation.address}/compounds/${compound}/common-revenue`);
  await visitor.page.getByTestId('account-panel').waitFor();
  return visitor;
}

async function enterDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByRole('dialog').getByLabel(label);
  await field.fill(day);
  await field.press('Enter');
}

async function registerAccount(page: Page, company: string): Promise<void> {
  await page.getByTestId('no-account').waitFor();
  await page.getByTestId('account-new').click();
  await page.getByTestId('account-bank').fill('农业银行东街支行（虚构）');
  await page.getByTestId('account-digits').fill('0482 0101');
  await page.getByTestId('grant-subject').fill(company);
  await page.getByRole('option', { name: company }).click();
  await enterDay(page, '启用日期', `${YEAR}-01-01`);
  await page.getByTestId('account-document').fill('三方共管协议1号');
  await page.getByTestId('account-paper').setInputFiles(SCAN);
  await submitDialog(page);
  await page.getByTestId('account-number').getByText('0482 0101').waitFor();
  await page.getByTestId('party-sub-district').getByText('由您代表').waitFor();
}

/** A contract that ran for a whole year, of which one payment came in. */
async function earn(page: Page): Promise<void> {
  const before = Number(YEAR) - 1;
  await page.getByTestId('contract-new').click();
  await page.getByTestId('contract-place').fill('1至6号楼电梯轿厢');
  await page.getByTestId('contract-party').fill('某传媒公司（虚构）');
  await page.getByTestId('contract-number').fill('GG-1');
  await enterDay(page, '起始日期', `${before}-01-01`);
  await enterDay(page, '截止日期', `${before}-12-31`);
  await page.getByTestId('contract-period').selectOption('12');
  await page.getByTestId('contract-amount').fill('3200.00');
  await page.getByTestId('contract-paper').setInputFiles(SCAN);
  await submitDialog(page);
  await page.getByTestId('owed').getByText('¥3,200.00').waitFor();
  await page.getByTestId('income-new').click();
  await page.getByTestId('income-amount').fill('3000.00');
  await enterDay(page, '到账日期', `${before}-02-01`);
  await submitDialog(page);
  await page.getByTestId('owed').getByText('¥200.00').waitFor();
  await page.getByTestId('desk-balance').getByText('¥3,000.00').waitFor();
}

/** What the bank brought was entered without naming its contract; linked, it is owed no longer. */
async function link(page: Page, { installation }: DemoWorld, compound: string): Promise<void> {
  const street = await callerOf(installation, 'jiedao');
  const lines = [
    { account: '1002', amount: '200.00' },
    { account: '4112', amount: '-200.00' },
  ];
  const entry = { book: `common-revenue:${compound}`, date: `${YEAR}-01-05`, memo: '广告费尾款', lines };
  await street.send('POST', '/fund/entries', entry, `journey-${compound}`);
  await page.reload();
  const waiting = page.getByTestId('unlinked').filter({ hasText: '广告费尾款' });
  await waiting.getByText('¥200.00').waitFor();
  await waiting.getByTestId('link-new').click();
  await page.getByTestId('link-told').getByText('现在欠收 ¥200.00').waitFor();
  await submitDialog(page);
  await page.getByTestId('owed').getByText('¥0.00').waitFor();
  await waiting.waitFor({ state: 'detached' });
}

async function askOnRule(page: Page): Promise<void> {
  await page.getByTestId('basis-new').click();
  await page.getByTestId('basis-kind').selectOption('rule');
  await page.getByTestId('basis-document').fill('管理规约第二十条');
  await page.getByTestId('basis-most').fill('1000');
  await enterDay(page, '起始日期', `${YEAR}-01-01`);
  await page.getByTestId('basis-paper').setInputFiles(SCAN);
  await submitDialog(page);
  await page.getByTestId('basis').getByText('管理规约第二十条').waitFor();
  await page.getByTestId('withdrawal-new').click();
  await page.getByTestId('withdrawal-yuan').fill('860');
  await page.getByTestId('withdrawal-basis').selectOption({ index: 1 });
  await page.getByTestId('withdrawal-payee').fill('东街园艺社（虚构）');
  await page.getByTestId('withdrawal-memo').fill('补种行道树');
  await submitDialog(page);
}

async function agree(page: Page, party: string): Promise<void> {
  await page.getByTestId(`agree-${party}`).click();
  await submitDialog(page);
  await page.getByTestId(`side-${party}`).getByText('已同意').waitFor();
}

/** The first quarter of last year, published late and hung on the notice board. */
async function publish(page: Page): Promise<void> {
  const period = `${Number(YEAR) - 1}-Q1`;
  const row = page.getByTestId(`desk-quarter-${period}`);
  await row.getByText('逾期未公开').waitFor();
  await page.getByTestId(`publish-${period}`).click();
  await page.getByTestId('quarter-sums').getByText('¥3,000.00').first().waitFor();
  await page.getByTestId('quarter-publisher').fill('某物业公司（虚构）');
  await submitDialog(page);
  await row.getByText('已在网上公示，未登记张贴').waitFor();
  await page.getByTestId(`hang-${period}`).click();
  await page.getByTestId('hang-place').fill('东门公示栏');
  await page.getByTestId('hang-photo').setInputFiles(SCAN);
  await submitDialog(page);
  await row.getByText('逾期公开', { exact: true }).waitFor();
  const [table] = await Promise.all([page.waitForEvent('download'), page.getByTestId(`xlsx-${period}`).click()]);
  expect(table.suggestedFilename()).toMatch(new RegExp(`${period}.*\\.xlsx$`));
}

async function objectOnPaper(page: Page): Promise<void> {
  await page.getByTestId('objection-new').click();
  await page.getByTestId('paper-period').selectOption(`${Number(YEAR) - 1}-Q1`);
  await page.getByTestId('paper-content').fill('广告收入与合同金额不符');
  await page.getByTestId('paper-objector').fill('李某');
  await page.getByTestId('paper-scan').setInputFiles(SCAN);
  await submitDialog(page);
  await page.getByTestId('desk-objection').getByText('待答复', { exact: true }).waitFor();
}

async function answer(page: Page): Promise<void> {
  await page.getByTestId('objection-answer').click();
  await page.getByTestId('answer-content').fill('欠收的已催缴，到账后补列。');
  await page.getByTestId('answer-paper').setInputFiles(SCAN);
  await submitDialog(page);
  await page.getByTestId('desk-objection').getByText('已答复', { exact: true }).waitFor();
}

/** The street records what the committee signed; then somebody else of the street agrees for it. */
async function recordPaper(page: Page): Promise<void> {
  await page.getByTestId('agree-on-paper').click();
  await page.getByTestId('signed-by').fill('业委会主任（虚构）');
  await page.getByTestId('signed-paper').setInputFiles(SCAN);
  await submitDialog(page);
  await page.getByTestId('side-committee').getByText('签字人：业委会主任（虚构）').waitFor();
  await page.getByText('您已经办理过一方的同意').waitFor();
  expect(await page.getByTestId('agree-sub-district').count()).toBe(0);
}

/** Street, committee and firm keep an account together: each is offered its own part, and the last consent pays. */
export async function threePartiesKeepTheRevenue(world: DemoWorld): Promise<void> {
  const { id, company } = await servedCompound(world);
  const street = await at(world, 'jiedao', id);
  await registerAccount(street.page, company);
  await earn(street.page);
  await link(street.page, world, id);
  await askOnRule(street.page);
  await recordPaper(street.page);
  await publish(street.page);
  await objectOnPaper(street.page);

  const colleague = await at(world, 'jiedao2', id);
  await agree(colleague.page, 'sub-district');

  const firm = await at(world, 'wuye', id);
  expect(await firm.page.getByTestId('account-new').count()).toBe(0);
  await agree(firm.page, 'company');
  await firm.page.getByTestId('withdrawal').getByText('已付款', { exact: true }).waitFor();
  await firm.page.getByTestId('desk-balance').getByText('¥2,340.00').waitFor();
  await answer(firm.page);

  await street.page.reload();
  await street.page.getByTestId('take-up').click();
  await street.page.getByTestId('take-up-note').fill('已约谈双方，核对合同。');
  await submitDialog(street.page);
  await street.page.getByTestId('desk-objection').getByText('街道介入：已约谈双方').waitFor();
  for (const size of [DESK, PHONE]) {
    await street.page.setViewportSize(size);
    await settled(street.page);
    expect([await stumbles(street.page), await surplusWidth(street.page)]).toEqual([[], 0]);
  }
  for (const { complaints, refusals } of [street, colleague, firm]) expect([complaints, refusals]).toEqual([[], []]);
}
