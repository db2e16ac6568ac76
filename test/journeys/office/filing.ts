import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import { DEMO_PASSWORD } from '#libs/schema';
import type { Page } from 'playwright-core';
import { addMonths, dayInShanghai } from '#libs/kernel';
import { aPdf } from '../../support/papers.js';
import { readPrinted, type PrintedPaper } from '../../support/reading/printed-paper.js';
import { eventually, settled, untilText } from '../support/visitor.js';

// What the people of an office do on their pages to file a committee, one deed each.

export const POWER = 'WY-04';
export const STREET = { code: '140502001', name: '东街街道' } as const;
export const COMMITTEE = '长故事业主委员会';
const PAPERS = ['application', 'resolution', 'members', 'rules'];
const SCAN = { name: '申报表（盖章）.pdf', mimeType: 'application/pdf' };

const rowOf = (code: string): string => `delegation-${POWER}-${code}`;

async function submitDialog(page: Page): Promise<void> {
  await page.getByTestId('dialog-submit').click();
  await page.getByTestId('dialog-submit').waitFor({ state: 'detached' });
}

/** The city takes the power back where the street holds it, and hands it down anew by a paper. */
export async function handDownAnew(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/delegations?power=${POWER}&area=${STREET.code}`);
  await page.getByTestId('delegation-table').waitFor();
  await page.getByTestId(rowOf(STREET.code)).filter({ hasText: '有效' }).getByTestId('revoke').click();
  await page.getByTestId('reason').fill('重新核定承接条件');
  await submitDialog(page);
  await page.getByTestId('delegate').click();
  await page.getByTestId('delegate-to').fill('djjd');
  await page.getByRole('option', { name: STREET.name }).first().click();
  await page.getByTestId('delegate-document').fill('晋市建〔长故事〕1号');
  await submitDialog(page);
  await page.getByTestId(rowOf(STREET.code)).filter({ hasText: '晋市建〔长故事〕1号' }).getByText('待签收').waitFor();
}

/** The street signs for the power, with everything ready. */
export async function signForThePower(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/delegations`);
  const row = page.getByTestId(rowOf(STREET.code)).filter({ has: page.getByTestId('accept') });
  await row.getByTestId('accept').click();
  for (const item of ['staff', 'training', 'seal', 'budget']) await page.getByTestId(`ready-${item}`).check();
  await submitDialog(page);
}

/** A compound of the street that has no committee at all, as the list of gaps names it; its file stays open. */
async function aGap(page: Page): Promise<string> {
  await page.getByTestId('nav-gaps').click();
  await page.getByTestId('filter-C2').click();
  await page.getByTestId('filter-NOT_COVERED').click();
  await settled(page);
  const compound = await page.getByTestId('gap-subject').first().innerText();
  await page.getByTestId('gap-subject').first().click();
  await page.getByRole('heading', { name: compound, level: 1 }).waitFor();
  return compound;
}

async function fillDay(page: Page, label: string, day: string): Promise<void> {
  await page.getByLabel(label).fill(day);
  await page.getByLabel(label).press('Enter');
}

/** Scans that are none are told beside their papers, and nothing else of the form is lost. */
async function bringScans(page: Page): Promise<void> {
  for (const paper of PAPERS) await page.getByTestId(`paper-${paper}`).check();
  const scan = page.getByTestId('scan-application');
  await scan.setInputFiles({ ...SCAN, buffer: Buffer.from('not a scan') });
  const large = { name: '议事规则.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(21 * 1024 * 1024, 'x') };
  await page.getByTestId('scan-rules').setInputFiles(large);
  await page.getByTestId('new-submit').click();
  await page.getByTestId('scan-of-application').getByText('不是可以接受的种类').waitFor();
  await page.getByTestId('scan-of-rules').getByText('20 MB').waitFor();
  await eventually(() => page.getByTestId('form-name').inputValue(), COMMITTEE);
  await eventually(() => page.getByTestId('new-applicant').inputValue(), COMMITTEE);
  await eventually(() => page.getByTestId('paper-members').isChecked(), true);
  await scan.setInputFiles({ ...SCAN, buffer: aPdf('申报表') });
  await page.getByTestId('paper-rules').uncheck();
}

/** The paper that was left out is told to be missing, and comes in later with its scan. */
async function supplement(page: Page): Promise<void> {
  await page.getByTestId('act-steps').getByText('一次告知补正').waitFor();
  await page.getByTestId('act-supplement').click();
  await page.getByTestId('paper-rules').check();
  await page.getByTestId('scan-rules').setInputFiles({ ...SCAN, name: '议事规则.pdf', buffer: aPdf('议事规则') });
  await submitDialog(page);
  await page.getByTestId('act-steps').getByText('受理', { exact: true }).waitFor();
  await page.getByTestId('scan-of-rules').waitFor();
}

/** The case comes in at the window, its last paper a little later. @returns the address of its page and the compound's name */
export async function takeIn(page: Page): Promise<{ url: string; compound: string }> {
  const compound = await aGap(page);
  await page.getByTestId('take-in-C2').click();
  await eventually(() => page.getByTestId('new-power').inputValue(), POWER);
  await eventually(() => page.getByTestId('grant-subject').inputValue(), compound);
  await page.getByTestId('new-applicant').fill(COMMITTEE);
  const today = dayInShanghai(new Date());
  for (const [field, value] of [
    ['name', COMMITTEE],
    ['seats', '7'],
    ['members', '7'],
  ] as const) {
    await page.getByTestId(`form-${field}`).fill(value);
  }
  await fillDay(page, '选举（组建）日期', today);
  await fillDay(page, '任期开始', today);
  await fillDay(page, '任期截止', addMonths(today, 60));
  await bringScans(page);
  await page.getByTestId('new-submit').click();
  await page.getByTestId('act').waitFor();
  await supplement(page);
  return { url: page.url(), compound };
}

/** A colleague looks at the scan and agrees. */
export async function review(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByTestId('scan-of-application').click();
  await page.getByTestId('scan').getByText(SCAN.name).waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('act-agree').click();
  await page.getByTestId('act-issue').waitFor();
}

/** Signs the paper; an hour after the sign-in that asks who sits there. @returns the number of the paper */
export async function issueWithProof(page: Page, url: string): Promise<string> {
  await page.goto(url);
  await page.getByTestId('act-issue').click();
  await page.getByTestId('decision').fill('经审查，材料齐全，准予备案。');
  await page.getByTestId('dialog-submit').click();
  const proof = page.getByRole('dialog', { name: '请再次证明是您本人' });
  await proof.getByTestId('proof').fill(DEMO_PASSWORD);
  await proof.getByTestId('dialog-submit').click();
  return untilText(page.getByTestId('act-number'), /^1405-WY04-\d{4}-\d{6}$/);
}

/** Saves the paper and reads it. */
export async function printed(page: Page): Promise<PrintedPaper> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('act-download').click()]);
  expect(file.suggestedFilename()).toMatch(/\.pdf$/);
  return readPrinted(await readFile(await file.path()));
}

export async function revoke(page: Page, url: string, reason: string): Promise<void> {
  await page.goto(url);
  await page.getByTestId('act-revocation').click();
  await page.getByTestId('reason').fill(reason);
  await submitDialog(page);
  await page.getByTestId('act-revocation').waitFor({ state: 'detached' });
}
