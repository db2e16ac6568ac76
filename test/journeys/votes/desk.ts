import type { Page } from 'playwright-core';
import { addDays } from '#libs/kernel';
import { aPdf } from '../../support/papers.js';
import { settled, untilCount, untilText } from '../support/visitor.js';

// What organisers do at the desk of an assembly, one deed each.

export async function submitDialog(page: Page): Promise<void> {
  await page.getByTestId('dialog-submit').click();
  await page.getByTestId('dialog-submit').waitFor({ state: 'detached' });
  await settled(page);
}

export async function openPart(page: Page, part: string): Promise<void> {
  await page.getByTestId(`part-${part}`).click();
  await settled(page);
}

export const TITLE = '电梯更换临时会议';

/** A draft for one stairway, made from the page of its compound; its page stays open. @returns its id */
export async function prepare(page: Page): Promise<string> {
  await page.getByTestId('compound-assemblies').click();
  await page.getByTestId('assembly-new').click();
  await page.getByTestId('new-title').fill(TITLE);
  await page.getByTestId('new-organiser').selectOption('sub-district');
  await page.getByTestId('new-organiser-name').fill('东街街道办事处');
  await page.getByTestId('new-basis').fill('东街办〔2026〕3号');
  await page.getByTestId('new-scope').selectOption('stairway');
  await page.getByLabel('楼栋').selectOption('2');
  await page.getByLabel('单元', { exact: false }).last().selectOption('2');
  await page.getByTestId('new-submit').click();
  await page.getByTestId('course').waitFor();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

export async function addMotion(page: Page): Promise<void> {
  await page.getByTestId('motion-add').click();
  await page.getByTestId('motion-title').fill('使用维修资金更换电梯');
  await page.getByTestId('motion-body').fill('预算 312,000.00 元。');
  await page.getByTestId('matter-M6').check();
  await page.getByTestId('motion-class').getByText('四分之三').waitFor();
  await page.getByTestId('matter-M6').uncheck();
  await page.getByTestId('matter-M5').check();
  await page.getByTestId('motion-class').getByText('过半数').waitFor();
  await submitDialog(page);
  await page.getByTestId('motion').getByText('M5 使用维修资金').waitFor();
}

export async function freezeRoll(page: Page): Promise<number> {
  await openPart(page, 'roll');
  await page.getByTestId('roll-freeze').click();
  await page.getByTestId('reason').fill('首次冻结');
  await submitDialog(page);
  return Number(await untilText(page.getByTestId('roll-heads'), /^\d+$/));
}

/** Takes the deed of now; a reason where it asks for one. */
export async function take(page: Page, step: string, reason?: string): Promise<void> {
  await page.getByTestId(`deed-${step}`).click();
  if (reason !== undefined) await page.getByTestId('reason').fill(reason);
  await submitDialog(page);
}

const REASON = '部分业主外出，延期两天';
const DAYS = /\d{4}-\d{2}-\d{2} \d{2}:\d{2}/g;

/** Moves the end of the vote by two days, and reads the new end and its reason where everybody does. */
export async function extend(page: Page): Promise<void> {
  const [, ends = ''] = (await page.getByTestId('next').innerText()).match(DAYS) ?? [];
  const [day = '', time = ''] = ends.split(' ');
  const later = `${addDays(day, 2)} ${time}`;
  await page.getByTestId('deed-extension').click();
  await page.getByLabel('截止时间').fill(later);
  await page.getByLabel('截止时间').press('Enter');
  await page.getByTestId('reason').fill(REASON);
  await submitDialog(page);
  await untilText(page.getByTestId('next'), later);
  await page.getByTestId('deed-extension').waitFor({ state: 'detached' });
  await openPart(page, 'record');
  await page.getByTestId('record').getByText(REASON).waitFor();
}

/** Some owners vote at the desk, each with a receipt. @returns the codes */
export async function castAtDesk(page: Page, said: readonly string[]): Promise<string[]> {
  await openPart(page, 'delivery');
  const codes: string[] = [];
  for (const [at, choice] of said.entries()) {
    await page.getByTestId('door-cast').first().click();
    await page.getByTestId('ballot-by').fill(`业主${at}`);
    await page.getByTestId('ballot-witness').fill('社区李四');
    await page.locator(`[data-testid="answer-1"] [data-choice="${choice}"]`).check();
    await page.getByTestId('dialog-submit').click();
    codes.push(await untilText(page.getByTestId('receipt-code'), /\S/));
    await submitDialog(page);
  }
  return codes;
}

/** Reads slips into the form, in the order in which they are offered. */
export async function keySlips(page: Page, said: readonly string[]): Promise<void> {
  for (const choice of said) {
    await page.getByTestId('key-slip').selectOption({ index: 1 });
    if (choice === 'invalid') await page.getByTestId('key-invalid').check();
    else await page.locator(`[data-testid="answer-1"] [data-choice="${choice}"]`).check();
    await page.getByTestId('key-add').click();
  }
  await untilCount(page.getByTestId('key-entries').locator('li'), said.length);
}

/** Hands slips out to the first doors, which can then vote by no other way. @returns how many */
export async function handOut(page: Page, count: number): Promise<void> {
  await openPart(page, 'delivery');
  for (let at = 0; at < count; at += 1) {
    await page.getByTestId('door').nth(at).getByRole('checkbox').check();
  }
  await page.getByTestId('slips-issue').click();
  await page.getByTestId('issued').waitFor();
  await settled(page);
}

/** Takes every slip back and keys the first reading of them. */
export async function keyFirst(page: Page, said: readonly string[]): Promise<void> {
  await openPart(page, 'paper');
  await untilCount(page.getByTestId('slip').getByRole('checkbox'), said.length);
  for (const box of await page.getByTestId('slip').getByRole('checkbox').all()) await box.check();
  await page.getByTestId('slips-return').click();
  await page.getByTestId('slip').getByText('已收回').first().waitFor();
  await settled(page);
  await page.getByTestId('batch-new').click();
  const images = { name: '纸票影像.pdf', mimeType: 'application/pdf', buffer: aPdf('纸票') };
  await page.getByTestId('batch-images').setInputFiles(images);
  await keySlips(page, said);
  await page.getByTestId('batch-send').click();
  await page.getByTestId('batch-state').getByText('等第二人录入').waitFor();
}
