import { expect } from '@jest/globals';
import { DEMO_PASSWORD, demoOwnerPhone } from '#libs/schema';
import type { Page } from 'playwright-core';
import { paidIn } from '../office/maintenance-fund.js';
import type { DemoWorld } from '../support/demo-world.js';
import { reach } from '../support/keyboard.js';
import { isReadWithLargeText, NamesOfTheCity, stumbles, surplusWidth, textsOf } from '../support/page-checks.js';
import { DESK, eventually, PHONE, settled, signIn, untilCount, untilText, visit } from '../support/visitor.js';

/** Phone and desk, both languages, and text twice as large. */
async function isForEverybody(page: Page, names: NamesOfTheCity): Promise<void> {
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    await settled(page);
    expect([page.url(), await stumbles(page), await surplusWidth(page)]).toEqual([page.url(), [], 0]);
  }
  await page.getByTestId('demo-badge').waitFor();
  await page.getByTestId('language').click();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await settled(page);
  expect(await names.untranslated(await textsOf(page))).toEqual([]);
  expect(await surplusWidth(page)).toBe(0);
  await page.getByTestId('language').click();
  await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
  await settled(page);
  await isReadWithLargeText(page);
}

/** What the maintenance fund holds for the own home, with every line, in large type. */
async function theOwnFundIsRead(world: DemoWorld, page: Page, names: NamesOfTheCity): Promise<void> {
  const [, unitId = ''] = /homes\/([^/]+)/.exec((await page.getByTestId('home-fund').getAttribute('href')) ?? '') ?? [];
  await paidIn(world, unitId, { kind: 'top-up', amount: '9876.54' });
  await page.getByTestId('home-fund').click();
  await page.getByTestId('own-line').getByText('+¥9,876.54').waitFor();
  await page.getByTestId('own-line').getByText('首期交存').waitFor();
  await isForEverybody(page, names);
  await page.goBack();
  await page.getByTestId('home').waitFor();
}

/** Somebody who owns a home comes in by phone, finds it offered, binds it, and leaves again; staff see it and end it. */
export async function anOwnerBinds(world: DemoWorld): Promise<void> {
  const { address } = world.installation;
  const visitor = await visit(world.browser, world.installation, PHONE);
  const { page } = visitor;
  const names = new NamesOfTheCity(page);
  await page.getByTestId('to-owner').click();
  await page.getByTestId('owner-phone-step').waitFor();
  await isForEverybody(page, names);
  await reach(page, '[data-testid="owner-phone"]');
  await page.keyboard.type(demoOwnerPhone('2026-11-27'));
  await page.keyboard.press('Enter');
  const told = await untilText(page.getByTestId('owner-demo-code'), /\d{6}/);
  await isForEverybody(page, names);
  await page.getByTestId('owner-code').fill(/\d{6}/.exec(told)?.[0] ?? '');
  await page.keyboard.press('Enter');
  await page.getByTestId('offers').waitFor();
  await isForEverybody(page, names);
  const offers = await page.getByTestId('offer').count();
  await page.getByTestId('offer-bind').first().click();
  await page.getByTestId('owner-done').waitFor();
  await untilCount(page.getByTestId('home'), 1);
  await untilCount(page.getByTestId('offer'), offers - 1);
  await eventually(() => page.getByTestId('home-voter').innerText(), '这套房屋由您投票');
  await page.getByText('谁看过、动过我的信息').click();
  await settled(page);
  await isForEverybody(page, names);
  await theOwnFundIsRead(world, page, names);

  // Nothing of the office is an owner's: every other address leads home.
  await page.goto(`${address}/compounds`);
  await page.getByTestId('home').waitFor();
  await page.getByTestId('binding-code').fill('ABCD-EFGH-JKMN');
  await page.getByTestId('bind-code').click();
  await page.getByTestId('problem').getByText('绑定码不对').waitFor();
  await page.getByTestId('owner-leave').click();
  await page.getByTestId('owner-phone-step').waitFor();
  await page.goto(`${address}/owner/home`);
  await page.getByTestId('owner-phone-step').waitFor();
  expect([visitor.complaints, visitor.refusals]).toEqual([[], ['422 POST /api/v1/me/homes']]);
}

/** At the desk somebody of the street finds the binding on the page of the unit, prints a code and ends a binding. */
export async function bindingsAreKept(world: DemoWorld): Promise<void> {
  const visitor = await visit(world.browser, world.installation, DESK);
  await signIn(visitor, { login: 'jiedao', password: DEMO_PASSWORD });
  const { page } = visitor;
  await page.goto(`${world.installation.address}/audit-log?subject=unit`);
  const compound = await page.evaluate(async () => {
    const { accessToken } = JSON.parse(sessionStorage.getItem('jiayuan.session') ?? '{}') as { accessToken: string };
    const headers = { authorization: `Bearer ${accessToken}` };
    const found = await fetch('/api/v1/compounds?area=140502001&limit=200', { headers });
    const { items } = (await found.json()) as { items: { id: string }[] };
    for (const { id } of items) {
      const roster = await fetch(`/api/v1/compounds/${id}/roster`, { headers });
      if (((await roster.json()) as { units: number }).units > 0) return id;
    }
    return '';
  });
  await page.goto(`${world.installation.address}/compounds/${compound}/units?q=${demoOwnerPhone('2026-11-27')}`);
  await page.getByTestId('unit-table').getByRole('link').first().click();
  await page.getByTestId('bindings').waitFor();
  await settled(page);
  const before = await page.getByTestId('binding').count();
  await page.getByTestId('bind-at-desk').click();
  await page.getByTestId('bind-phone').fill('13912340000');
  await page.getByTestId('bind-seen').fill('身份证、不动产权证原件');
  await page.getByTestId('bind-reason').fill('本人到场');
  expect(await stumbles(page)).toEqual([]);
  await page.getByTestId('dialog-submit').click();
  await untilCount(page.getByTestId('binding'), before + 1);
  await page.getByTestId('print-code').click();
  const [slip] = await Promise.all([page.waitForEvent('download'), page.getByTestId('dialog-submit').click()]);
  expect(slip.suggestedFilename()).toBe('绑定码.pdf');
  await page.getByTestId('binding-end').first().click();
  await page.getByTestId('reason').fill('来电称非本人');
  await page.getByTestId('dialog-submit').click();
  await page.getByText('来电称非本人').waitFor();
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    await settled(page);
    expect([await stumbles(page), await surplusWidth(page)]).toEqual([[], 0]);
  }
  expect([visitor.complaints, visitor.refusals]).toEqual([[], []]);
}
