import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, type OpenBrowser } from '../support/browser/open-browser.js';
import { smallAreas } from '../support/city.js';
import { numberOf, readBoard } from './support/board.js';
import { commitList, tryList } from './support/importing.js';
import { everyNameIsWhole, theFirstStepIsSaid } from './from-nothing/long-names.js';
import { minutes } from './support/slowness.js';
import { startInstallation, type Installation } from './support/installation.js';
import { portalLists, type PortalList } from './support/portal-lists.js';
import { eventually, settled, signIn, untilText, visit } from './support/visitor.js';

jest.setTimeout(minutes(5));

/** The area tree that the product brings along. */
const AREAS = path.resolve(import.meta.dirname, '../../libs/schema/src/demo/data/jincheng-areas.csv');
const PASSWORD = 'a calm river at dawn';

interface Audit {
  readonly targets: readonly {
    readonly code: string;
    readonly denominator: number;
    readonly bases: Readonly<Record<string, { numerator: number; rate: string | null }>>;
  }[];
  readonly gaps: readonly unknown[];
}

let installation: Installation;
let browser: OpenBrowser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'jiayuan-lists-'));
  [installation, browser] = await Promise.all([startInstallation({ demo: false }), openBrowser()]);
});
// A page that is looked at no more would still work along.
afterEach(() => browser?.close());
afterAll(async () => {
  await installation?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, text: string): string {
  const full = path.join(folder, name);
  writeFileSync(full, text);
  return full;
}

/** Tries a list, imports it, and finds the same numbers both times. */
async function bringIn(page: Page, list: PortalList): Promise<number> {
  const tried = await tryList(page, list);
  expect(tried).toMatchObject({ rows: list.rows.length, unchanged: 0 });
  expect(tried.accepted + tried.rejected).toBe(tried.rows);
  expect(await commitList(page)).toEqual(tried);
  await eventually(() => page.getByTestId('import-status').innerText(), '已导入');
  return tried.accepted;
}

/** What lists claim about the service, as the rows say it themselves. */
const namesService = (company: string | undefined): boolean =>
  !/^(暂无.*|不详|无|)$/.test((company ?? '').replace(/\s/g, ''));

async function compare(page: Page, left: PortalList, right: PortalList): Promise<void> {
  await page.getByTestId('nav-reconciliations').click();
  await page.getByTestId('list-left').selectOption(left.list);
  await page.getByTestId('list-right').selectOption(right.list);
  await page.getByTestId('compare').click();
  await page.getByTestId('reconciliation').waitFor();
  await settled(page);
}

/** The line that names the list and the row a file's values came from, and that row as the list has it. */
async function sourceOf(page: Page, lists: readonly PortalList[], line: string): Promise<Record<string, string>> {
  const text = await page.locator(line).innerText();
  const [, name, row] = /^\d+\. (.+) 第 (\d+) 行/.exec(text) ?? [];
  const found = lists.find(({ list }) => list === name)?.rows[Number(row) - 1];
  if (!found) throw new Error(`no such list or row: ${text}`);
  return found;
}

describe('a city from nothing', () => {
  it('is made on the command line, filled from the lists of portals, and audited down to the row', async () => {
    const city = ['--city', '1405'];
    const made = await installation.cli(['city', 'create', '1405', '--name', '晋城市', '--areas', AREAS]);
    expect(made).toMatchObject({ code: '1405', areas: { city: 1, county: 6, township: 77 } });
    await installation.cli(['admin', 'create', ...city, '--login', 'admin', '--password-stdin'], `${PASSWORD}\n`);

    const visitor = await visit(browser, installation);
    const { page } = visitor;
    await signIn(visitor, { login: 'admin', password: PASSWORD });
    // An empty city says what to do first.
    await page.getByTestId('board').getByRole('link', { name: '导入小区名单' }).waitFor();

    const lists = portalLists('jincheng');
    const [first, second] = lists as [PortalList, PortalList];
    let total = 0;
    for (const list of lists) total += await bringIn(page, list);
    expect(await tryList(page, first)).toMatchObject({ unchanged: first.rows.length });

    await page.getByTestId('nav-board').click();
    const board = await readBoard(page);
    const claimed = lists.flatMap(({ rows }) => rows).filter((row) => namesService(row['物业公司'])).length;
    expect(claimed).toBeGreaterThan(0);
    expect(board.C1).toMatchObject({ denominator: total, numerator: { strict: 0, broad: 0, claimed } });
    expect(board.C2).toMatchObject({ denominator: total, numerator: { strict: 0 } });
    expect(board.C3).toMatchObject({ denominator: 0, rate: { strict: '–' } });

    await page.getByTestId('basis-claimed').click();
    await eventually(async () => numberOf(await page.getByTestId('gap-C1').innerText()), total - claimed);
    await page.getByTestId('basis-strict').click();
    await eventually(async () => numberOf(await page.getByTestId('gap-C1').innerText()), total);

    await page.getByTestId('gap-C1').click();
    const gap = page.getByTestId('gap-table').locator('tbody tr').first();
    await gap.getByText('没有登记任何在效的服务依据').waitFor();
    await untilText(gap.locator('.reasons'), '须有合同备案、决议、托管协议或应急决定');
    await settled(page);
    const name = await gap.getByTestId('gap-subject').innerText();
    await gap.getByTestId('gap-subject').click();
    await page.getByTestId('verdict-C1').and(page.locator('[data-state="NOT_COVERED"]')).waitFor();
    await settled(page);
    const row = await sourceOf(page, lists, '#source-1');
    expect(row['plot_name']?.trim()).toBe(name);
    const address = page.locator('dt', { hasText: '地址' }).first().locator('xpath=following-sibling::dd[1]');
    await eventually(async () => (await address.locator('.name').innerText()).trim(), row['地址']?.trim());
    await address.getByRole('link', { name: '来源 1' }).click();

    // Two rows of two lists are one compound: people say so, the denominator says why it shrank.
    await compare(page, first, second);
    const pair = page.getByTestId('pair').first();
    const twin = await pair.locator('h2').first().innerText();
    await pair.getByTestId('pair-same').click();
    await eventually(async () => numberOf(await page.getByTestId('tab-same').innerText()), 1);
    await page.getByTestId('tab-same').click();
    await page.getByTestId('pair').first().getByRole('link', { name: twin }).first().click();
    await page.locator('#source-2').waitFor();
    const told = [await sourceOf(page, lists, '#source-1'), await sourceOf(page, lists, '#source-2')];
    expect(new Set(told).size).toBe(2);
    await page.getByTestId('nav-board').click();
    await eventually(async () => (await readBoard(page)).C1.denominator, total - 1);

    const audit = await installation.cli<Audit>(['audit', ...city, '--area', '140500']);
    const c1 = audit.targets.find(({ code }) => code === 'C1');
    expect(c1).toMatchObject({ denominator: total - 1, bases: { strict: { rate: '0.00' } } });

    expect(visitor.complaints).toEqual([]);
    expect(visitor.refusals).toEqual([]);
    expect(installation.complaints()).toEqual([]);
  });

  it('stays apart from a second city, which is asked for at the door and shows nothing of the first', async () => {
    const [list] = portalLists('taiyuan') as [PortalList];
    const city = ['--city', '1401'];
    const areas = file('areas.csv', smallAreas('1401'));
    await installation.cli(['city', 'create', '1401', '--name', '太原市', '--areas', areas]);
    await installation.cli(['admin', 'create', ...city, '--login', 'taiyuan', '--password-stdin'], PASSWORD);
    const report = await installation.cli<{ accepted: number; claims: Record<string, number> }>([
      'import',
      'compounds',
      file(list.fileName, list.text),
      ...city,
    ]);
    expect(report.accepted).toBe(list.rows.length);

    const visitor = await visit(browser, installation);
    const { page } = visitor;
    await page.getByTestId('sign-in-city').waitFor();
    await signIn(visitor, { city: '1401', login: 'taiyuan', password: PASSWORD });
    const { C1 } = await readBoard(page);
    const { company = 0, self = 0, community = 0 } = report.claims;
    expect(C1).toMatchObject({ denominator: report.accepted, numerator: { strict: 0 } });
    expect(C1.numerator.claimed).toBe(company + self + community);
    expect(visitor.refusals).toEqual([]);

    // The wall between cities holds for an address that somebody sent over.
    await page.goto(`${installation.address}/areas/140502`);
    await page.getByTestId('problem').getByText('不在您的管辖范围内').waitFor();
    expect(await page.locator('body').innerText()).not.toContain('晋城市');
    expect(visitor.refusals.length).toBeGreaterThan(0);
    expect(visitor.refusals.filter((each) => !each.startsWith('400 GET /api/v1/coverage'))).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('says on every page what is missing and who can bring it, while there is nothing', async () => {
    await theFirstStepIsSaid({ installation, browser }, (text) => file('long-areas.csv', text));
  });

  it('keeps its width, and every name readable, where places, compounds and papers have the longest names', () =>
    everyNameIsWhole({ installation, browser }));
});
