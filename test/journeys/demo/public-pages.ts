import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import { DEMO_PASSWORD } from '#libs/schema';
import type { Page } from 'playwright-core';
import type { DemoWorld } from '../support/demo-world.js';
import { reach } from '../support/keyboard.js';
import { NamesOfTheCity, stumbles, surplusWidth, textsOf } from '../support/page-checks.js';
import { DESK, eventually, PHONE, settled, signIn, visit } from '../support/visitor.js';
import { workOfAnOffice, type OfficeWork } from '../office/office-pages.js';

async function saved(page: Page, testId: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId(testId).first().click()]);
  return readFile(await file.path(), 'utf8');
}

/** What whoever has the case saves of it, and of a line of the audit log, to hold it against the log one day. */
async function receiptsOf(world: DemoWorld, { issuedCase }: OfficeWork): Promise<{ act: string; line: string }> {
  const { address } = world.installation;
  const visitor = await visit(world.browser, world.installation);
  await signIn(visitor, { login: 'jiedao', password: DEMO_PASSWORD });
  const { page } = visitor;
  await page.goto(`${address}/acts/${issuedCase}`);
  const act = await saved(page, 'act-receipt');
  await page.goto(`${address}/audit-log?subject=act`);
  return { act, line: await saved(page, 'audit-receipt') };
}

/** What came of a check on the page of the log. */
async function untilVerdict(page: Page, verdict: string): Promise<void> {
  await page
    .getByTestId('log-checked')
    .and(page.locator(`[data-verdict="${verdict}"]`))
    .waitFor();
}

/** Chooses a receipt on the page of the log, opened anew, and waits for what must come of it. */
async function isJudged(page: Page, receipt: string, verdict: string): Promise<void> {
  await page.goto(new URL('/log', page.url()).href);
  const buffer = Buffer.from(receipt, 'utf8');
  await page.getByTestId('log-receipt').setInputFiles({ name: 'receipt.json', mimeType: 'application/json', buffer });
  await untilVerdict(page, verdict);
}

/** Both sizes, both languages, for every reader. */
export async function isForEverybody(page: Page, names: NamesOfTheCity): Promise<void> {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await settled(page);
    expect([page.url(), await stumbles(page), await surplusWidth(page)]).toEqual([page.url(), [], 0]);
  }
  await page.setViewportSize(PHONE);
  await page.getByTestId('language').click();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await settled(page);
  expect(await names.untranslated(await textsOf(page))).toEqual([]);
  expect(await surplusWidth(page)).toBe(0);
  await page.getByTestId('language').click();
  await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
  await settled(page);
}

/** By keyboard from the top of the page: the number, the check, and the word that came of it. */
async function checkByKeyboard(page: Page, address: string, number: string): Promise<void> {
  await page.goto(`${address}/log`);
  await page.getByTestId('head-signed').waitFor();
  await settled(page);
  await reach(page, '[data-testid="log-number"]');
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await untilVerdict(page, 'whole');
}

/** A paper is sealed within seconds of its issue; until then the log refuses to prove it. */
async function untilSealed(address: string, number: string): Promise<void> {
  const api = `${address}/api/v1`;
  const leaf = await fetch(`${api}/verify/${number}/leaf`);
  const { city, leafHash } = (await leaf.json()) as { city: string; leafHash: string };
  const proof = `${api}/public/${city}/log/proofs/inclusion?leaf=${leafHash}`;
  await eventually(async () => (await fetch(proof)).status, 200);
}

/** Anybody finds out, signed in nowhere, whether a paper was altered: their own browser works it out. */
export async function theLogIsChecked(world: DemoWorld): Promise<void> {
  const { address } = world.installation;
  const work = await workOfAnOffice(world);
  const { act: receipt, line } = await receiptsOf(world, work);
  await untilSealed(address, work.documentNumber);
  const { page, complaints, refusals } = await visit(world.browser, world.installation, PHONE);
  const names = new NamesOfTheCity(page);
  await checkByKeyboard(page, address, work.documentNumber);
  await isForEverybody(page, names);

  await page.goto(`${address}/verify/${work.documentNumber}`);
  await page.getByTestId('verified').waitFor();
  await isForEverybody(page, names);
  await page.getByTestId('verify-in-log').click();
  await untilVerdict(page, 'whole');
  await page.getByTestId('log-to-paper').click();
  await page.getByTestId('standing').waitFor();
  await page.getByTestId('to-log').click();

  await isJudged(page, receipt, 'whole');
  await isJudged(page, line, 'whole');
  const { text } = JSON.parse(receipt) as { text: string };
  const forged = receipt.replace(JSON.stringify(text), JSON.stringify(text.replace('准予调整', '不予调整')));
  expect(forged).not.toBe(receipt);
  await isJudged(page, forged, 'altered');
  await page.getByTestId('log-receipt').setInputFiles({
    ...{ name: '申报表.pdf', mimeType: 'application/pdf' },
    buffer: Buffer.from('%PDF'),
  });
  await page.getByText('这不是回执文件').waitFor();
  expect([complaints, refusals]).toEqual([[], []]);
}

/** A browser remembers the log as it saw it: one that was written anew since is told apart. */
export async function aLogWrittenAnewIsNoticed(world: DemoWorld): Promise<void> {
  const { page } = await visit(world.browser, world.installation);
  await page.goto(`${world.installation.address}/log`);
  await page.getByTestId('head-signed').getByText('签名有效').waitFor();
  await page.reload();
  await page.getByTestId('head-continued').getByText('只有增加').waitFor();
  await page.evaluate(() => {
    const seen = { size: 1, root: 'ab'.repeat(32), at: '2026-01-01T00:00:00.000Z' };
    localStorage.setItem('jiayuan.log.1405', JSON.stringify(seen));
  });
  await page.reload();
  await page.getByTestId('head-continued').getByText('改动或删除过').waitFor();
}
