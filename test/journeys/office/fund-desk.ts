import { expect } from '@jest/globals';
import { addMonths, dayInShanghai } from '#libs/kernel';
import type { Page } from 'playwright-core';
import { callerOf } from '../support/calls.js';
import { asAdministrator, type DemoWorld } from '../support/demo-world.js';
import { eventually, settled, untilCount, untilText } from '../support/visitor.js';
import { submitDialog } from '../votes/desk.js';

/** Last month, which is over. */
const MONTH = addMonths(dayInShanghai(new Date()), -1).slice(0, 7);

/** As the bank of the common revenue exports it: money that is booked, interest that is not, and a row nobody can read. */
const STATEMENT = [
  '交易日期,收入金额,支出金额,账户余额,对方户名,摘要,流水号',
  `${MONTH}-08,"3,200.00",,"3,200.00",某广告公司（虚构）,电梯广告费,J1`,
  `${MONTH}-20,450.00,,"3,650.00",某百货店（虚构）,摊位费,J2`,
  `${MONTH}-21,6.50,,"3,656.50",,结息,J3`,
  '2026-13-01,1.00,,"3,657.50",,坏行,J4',
].join('\n');

/** A book of a compound with two entries of the month. @returns its id */
async function bookWithEntries(world: DemoWorld): Promise<string> {
  const { send } = await callerOf(world.installation, 'shi');
  const { items } = await send<{ items: { id: string }[] }>('GET', '/compounds?area=140502001&limit=200');
  // The last of the street: of some others common revenue is kept already.
  const book = `common-revenue:${items.at(-1)?.id}`;
  const post = (date: string, memo: string, legs: readonly [string, string][]): Promise<{ book: string }> => {
    const lines = legs.map(([account, amount]) => ({ account, amount }));
    return send('POST', '/fund/entries', { book, date, memo, lines }, `journey-${date}`);
  };
  const income = await post(`${MONTH}-08`, '电梯广告收入', [
    ['1002', '3200.00'],
    ['4101', '-3200.00'],
  ]);
  await post(`${MONTH}-19`, '公共场地摊位租金', [
    ['1002', '450.00'],
    ['4101', '-450.00'],
  ]);
  return income.book;
}

/** What the bank sends later tells that a line is missing: the month is closed again only by saying so. */
async function aDifferenceIsSaid(page: Page): Promise<void> {
  await page.getByTestId(`turn-${MONTH}`).click();
  await page.getByTestId('reason').fill('银行补来对账单');
  await submitDialog(page);
  await page.getByTestId(`month-${MONTH}`).getByText('未结账').waitFor();
  await page.getByTestId('desk-statements').click();
  const lines = [STATEMENT.split('\n')[0], `${MONTH}-25,10.00,,"3,700.00",,退款,J5`];
  const file = { name: '补来对账单.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
  await page.getByTestId('statement-file').setInputFiles(file);
  await page.getByTestId('statement-send').click();
  await untilCount(page.getByTestId('statement-row'), 2);
  await page.getByTestId('desk-months').click();
  await page.getByTestId(`turn-${MONTH}`).click();
  await page.getByTestId('reason').fill('月末结账');
  await page.getByTestId('dialog-submit').click();
  await page.getByText('1002 银行存款（三方共管） 33.50').waitFor();
  expect(await page.getByTestId('dialog-submit').isDisabled()).toBe(true);
  await page.getByTestId('differences-reason').fill('银行漏打一笔，已去函查询');
  await submitDialog(page);
  await page.getByTestId('closed-with-difference').getByText('银行漏打一笔，已去函查询').waitFor();
}

/** Whoever keeps a book hears the bank, matches what is proposed, enters what is not booked, and the month agrees. */
export async function theDeskReconciles(world: DemoWorld): Promise<void> {
  const book = await bookWithEntries(world);
  const { page, complaints } = await asAdministrator(world);
  await page.goto(`${world.installation.address}/fund/desk?book=${book}`);
  await page.getByTestId('no-statement-yet').waitFor();
  await page.getByTestId('desk-statements').click();
  const file = { name: '上月对账单.csv', mimeType: 'text/csv', buffer: Buffer.from(STATEMENT) };
  await page.getByTestId('statement-file').setInputFiles(file);
  await page.getByTestId('statement-send').click();
  const report = page.getByTestId('statement-report');
  await report.getByText('共 4 行，新收 3 行').waitFor();
  await report.getByText('第 5 行读不懂').waitFor();
  await untilCount(page.getByTestId('statement-row'), 1);

  await page.getByTestId('desk-matching').click();
  const proposals = page.getByTestId('proposal');
  await untilCount(proposals, 2);
  await proposals.filter({ hasText: '电梯广告收入' }).getByText('金额相同').waitFor();
  await proposals.filter({ hasText: '电梯广告收入' }).getByTestId('accept').click();
  await untilCount(proposals, 1);
  await untilCount(page.getByTestId('match'), 1);
  await proposals.getByTestId('accept').click();
  await untilCount(page.getByTestId('match'), 2);

  // A match that was wrong is undone with a reason, and stays to be seen.
  await page.getByTestId('match').filter({ hasText: '公共场地摊位租金' }).getByTestId('undo').click();
  await page.getByTestId('reason').fill('再核一遍');
  await submitDialog(page);
  await page.getByTestId('match').getByText('再核一遍').waitFor();
  await page.getByTestId('proposal').getByTestId('accept').click();
  await untilCount(page.getByTestId('match'), 3);

  const rows = page.getByTestId('open-rows').getByTestId('open-item');
  await untilCount(rows, 1);
  await rows.getByTestId('enter-row').click();
  await page.getByTestId('entry-counter').selectOption('4102');
  expect(await page.getByTestId('entry-memo').inputValue()).toBe('结息');
  await submitDialog(page);
  await untilCount(rows, 0);
  await untilCount(page.getByTestId('match'), 4);

  await page.getByTestId('desk-months').click();
  await page.getByTestId(`reconcile-${MONTH}`).click();
  await untilText(page.getByTestId('book-adjusted'), '3,656.50');
  await untilText(page.getByTestId('bank-adjusted'), '3,656.50');
  await page.getByTestId('reconciled-verdict').getByText('调节后相符').waitFor();
  await page.goBack();
  await page.getByTestId(`turn-${MONTH}`).click();
  await page.getByTestId('reason').fill('对账相符');
  await submitDialog(page);
  await page.getByTestId(`month-${MONTH}`).getByText('已结账').waitFor();
  await settled(page);
  await aDifferenceIsSaid(page);
  await eventually(async () => complaints, []);
}

/** Parts of the desk to be looked at, of the city's fund, where a statement waits. */
export const DESK_PAGES: readonly string[] = [
  ...['/fund/desk', '/fund/desk?part=statements', '/fund/desk?part=balances', '/fund/desk?part=entries'],
  ...['/fund/desk?part=holds', '/fund/desk?part=months', '/fund/desk?part=disclosure'],
];
