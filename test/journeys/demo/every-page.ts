import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { messages } from '../../../apps/web/src/messages/zh-CN/index.js';
import { callerOf } from '../support/calls.js';
import { asAdministrator, type DemoWorld } from '../support/demo-world.js';
import { NamesOfTheCity, stumbles, surplusWidth, textsOf } from '../support/page-checks.js';
import { DESK, PHONE, settled, visit } from '../support/visitor.js';
import { committeeToLookAt } from '../office/committee-office.js';
import { DESK_PAGES } from '../office/fund-desk.js';
import { workOfAnOffice } from '../office/office-pages.js';
import { assembliesToLookAt } from '../votes/made-vote.js';
import { isForEverybody } from './public-pages.js';
import { compoundWithOwners, registerOfOwners } from './roster-pages.js';

/** Thirty characters and more, as compounds of former works units are called. */
const LONG_NAME = '晋城经济技术开发区凤凰山矿务局职工家属住宅小区东苑二期（原老干部休养所北院）';

/** Names of messages, as they would show where a word is missing. */
const MESSAGE_KEY = new RegExp(`^(${Object.keys(messages).join('|')})\\.[\\w.-]+$`);

/** Brings in what the demo city lacks: very long names, somebody with many roles, two lists to compare. */
async function prepare(world: DemoWorld): Promise<readonly string[]> {
  const { installation } = world;
  const { send, list } = await callerOf(installation, 'shi');
  const place = { area: '140502001001', on: '2026-11-01', reason: '新登记' };
  const { id: compound } = await send<{ id: string }>('POST', '/compounds', { ...place, name: LONG_NAME });
  await send('POST', '/compounds', { name: '凤凰苑无处可落', on: '2026-11-01', reason: '新登记' });
  const grant = (role: string, code: string): object => ({ role, scope: { kind: 'area', code } });
  const person = { login: 'a.very.long.login@jincheng.example', name: LONG_NAME.slice(0, 30) };
  const first = { ...person, ...grant('community-staff', '140502001001') };
  const { user } = await send<{ user: { id: string } }>('POST', '/users', first);
  const more = [grant('sub-district-staff', '140502001'), grant('county-staff', '140502'), grant('auditor', '140502')];
  for (const each of more) await send('POST', `/users/${user.id}/grants`, each);
  await send('POST', `/users/${user.id}/disabling`, { reason: '借调' });
  const target = { area: '1405', target: 'C1', year: 2026, required: '100.00', deadline: '2026-12-31' };
  await send('PUT', '/coverage/target-values', target);
  const names = [1, 2].map((n) => `比对用名单${n}`) as [string, string];
  const rows = ['小区名称,区划代码,总户数,物业公司', `${LONG_NAME},140502001001,-5,无`, '凤鸣小区,140502001001,8,无'];
  const imports = [await list('compounds', names[0], rows), await list('compounds', names[1], rows)];
  const compared = await send<{ id: string }>('POST', '/reconciliations', { left: names[0], right: names[1] });
  const { issuedCase, waitingCase } = await workOfAnOffice(world);
  const roster = await registerOfOwners(world);
  const assemblies = await assembliesToLookAt(world);
  const committees = await committeeToLookAt(world);
  return [
    ...['/board', '/areas/140502', '/areas/140502001', '/gaps'],
    ...['/rules', '/denominator', '/compounds', '/compounds?area=1405&directly=true', `/compounds/${compound}`],
    ...['/imports', '/imports/new', `/imports/${imports[0]}`, '/reconciliations', `/reconciliations/${compared.id}`],
    ...roster,
    ...assemblies,
    ...committees,
    ...DESK_PAGES,
    ...[
      '/spending',
      '/spending/approvals',
      '/spending/receipts',
      '/spending/pledges',
      `/spending/${await projectOf(world)}`,
    ],
    ...['/overdue', '/retention', `/compounds/${compound}/meeting-rules`, `/compounds/${compound}/common-revenue`],
    ...['/acts', '/acts/new', `/acts/${issuedCase}`, `/acts/${waitingCase}`, '/delegations', '/powers', '/supervision'],
    ...['/people', '/audit-log', '/targets', '/password', '/nowhere', '/areas/140599'],
  ];
}

/** A project of the fund, as it stands in the demo city. */
async function projectOf({ installation }: DemoWorld): Promise<string> {
  const { send } = await callerOf(installation, 'shi');
  const { items } = await send<{ items: { id: string }[] }>('GET', '/fund/projects?limit=1');
  if (!items[0]) throw new Error('the demo city has no project of the fund');
  return items[0].id;
}

/** Opens what a page keeps folded, so that it is looked at as well. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('main details')) each.setAttribute('open', '');
  });
}

/** Turns the page to the other language; its words are loaded first, so the page turns a moment after the click. */
async function speak(page: Page): Promise<void> {
  const before = await page.evaluate(() => document.documentElement.lang);
  await page.getByTestId('person').click();
  await page.getByTestId('language').click();
  await page.waitForFunction((lang) => document.documentElement.lang !== lang, before);
  await page.keyboard.press('Escape');
  await settled(page);
}

/** Looks at one page on the desk, in English, on the phone and with text twice as large; answers what is wrong. */
async function faultsOf(page: Page, names: NamesOfTheCity): Promise<string[]> {
  const faults = (await stumbles(page)).map((each) => `desk: ${each}`);
  if (!(await page.getByTestId('demo-badge').isVisible())) faults.push('does not say that its data are made up');
  if ((await surplusWidth(page)) > 0) faults.push('desk: wider than the window');
  await speak(page);
  const texts = await textsOf(page);
  faults.push(...(await names.untranslated(texts)).map((text) => `not in English: ${text}`));
  faults.push(...texts.filter((text) => MESSAGE_KEY.test(text)).map((text) => `the name of a message: ${text}`));
  await speak(page);
  await page.setViewportSize(PHONE);
  await page.getByTestId('nav-more').waitFor();
  await settled(page);
  const wide = await surplusWidth(page);
  if (wide > 0) faults.push(`phone: ${wide} px wider than the window`);
  if (!(await page.getByTestId('demo-badge').isVisible())) faults.push('phone: does not say that its data are made up');
  faults.push(...(await stumbles(page)).map((each) => `phone: ${each}`));
  await page.setViewportSize(DESK);
  return faults;
}

/** What anybody reads of the bodies of a compound and of a gift, as they come and without anything to show. */
export async function publicPagesAreWhole(world: DemoWorld): Promise<void> {
  const { page, complaints } = await visit(world.browser, world.installation, PHONE);
  const names = new NamesOfTheCity(page);
  const { items } = await (
    await callerOf(world.installation, 'shi')
  ).send<{ items: { id: string }[] }>('GET', '/compounds?area=140502001001&limit=200');
  const compounds = [await compoundWithOwners(world), items.at(-1)?.id];
  for (const path of ['/no-such-page', '/fund/donations', ...compounds.map((id) => `/committees-of/1405/${id}`)]) {
    await page.goto(world.installation.address + path);
    await page.getByTestId('demo-badge').waitFor();
    await isForEverybody(page, names);
  }
  expect(complaints).toEqual([]);
}

/** Every page can be read by everybody, in both languages, on the desk and on the phone. */
export async function everyPageIsWhole(world: DemoWorld): Promise<void> {
  const paths = await prepare(world);
  const visitor = await asAdministrator(world);
  const { page } = visitor;
  const names = new NamesOfTheCity(page);
  const faults: Record<string, string[]> = {};
  for (const path of paths) {
    await page.goto(world.installation.address + path);
    await page.getByTestId('person').waitFor();
    await settled(page);
    await unfold(page);
    const found = await faultsOf(page, names);
    if (found.length > 0) faults[path] = found;
  }
  expect(faults).toEqual({});
  expect(visitor.complaints).toEqual([]);
  expect(visitor.refusals.every((each) => each === '400 GET /api/v1/coverage')).toBe(true);
}
