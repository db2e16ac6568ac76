import { expect } from '@jest/globals';
import { DEMO_PASSWORD } from '#libs/schema';
import type { Page } from 'playwright-core';
import { compoundWithOwners } from '../demo/roster-pages.js';
import { callerOf } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';
import { stumbles, surplusWidth } from '../support/page-checks.js';
import { PHONE, settled, signIn, untilCount, untilText, visit, type Visitor } from '../support/visitor.js';
import { isWhole } from './phone-votes.js';
import { bindsFirst } from './way-in.js';

const FORMER = '13900001103';
const NEXT = '13900001104';
const masked = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** Somebody of the street, at the page of a home whose owner has this phone. */
async function atTheDesk(world: DemoWorld): Promise<Visitor> {
  const compound = await compoundWithOwners(world);
  const { send } = await callerOf(world.installation, 'jiedao');
  const path = `/compounds/${compound}/units`;
  const { items } = await send<{ items: { id: string }[] }>('GET', `${path}?building=2&limit=1`);
  const at = `${path}/${items[0]?.id}`;
  const owners = [{ name: '演示老人', phone: FORMER }];
  await send('POST', `${at}/transfers`, { on: '2026-11-01', cause: 'sale', owners, reason: '二手房过户' });
  const visitor = await visit(world.browser, world.installation);
  await signIn(visitor, { login: 'jiedao', password: DEMO_PASSWORD });
  await visitor.page.goto(world.installation.address + at);
  await visitor.page.getByTestId('bindings').waitFor();
  return visitor;
}

/** A code for whom no message reaches, given out after a look at a paper; it is shown once. */
async function codeOfTheDesk(page: Page, phone: string): Promise<string> {
  await page.reload();
  await page.getByTestId('issue-desk-code').click();
  await page.getByTestId('desk-code-seen').fill('身份证原件');
  expect(await stumbles(page)).toEqual([]);
  await page.getByTestId('dialog-submit').click();
  const told = await untilText(page.getByTestId('desk-code'), masked(phone));
  expect([await stumbles(page), await surplusWidth(page)]).toEqual([[], 0]);
  await page.getByTestId('dialog-submit').click();
  await page.getByTestId('desk-code').waitFor({ state: 'detached' });
  return /(?<!\d)\d{6}(?!\d)/.exec(told.replaceAll(/1\d{2}\*+\d{4}/g, ''))?.[0] ?? '';
}

async function entersByDeskCode(page: Page, phone: string, code: string): Promise<void> {
  await page.getByTestId('owner-phone').fill(phone);
  await page.getByTestId('desk-code-step').click();
  await page.getByTestId('owner-code-step').waitFor();
  await isWhole(page);
  await page.getByTestId('owner-code').fill(code);
  await page.keyboard.press('Enter');
  await untilText(page.getByTestId('owner-name'), masked(phone));
}

/** Both phones show that they are the owner's; the homes go on under the new one. */
async function changesPhone(page: Page): Promise<void> {
  await page.getByTestId('change-open').click();
  await page.getByTestId('change-next').fill(NEXT);
  await isWhole(page);
  await page.getByTestId('change-send').click();
  const [, code = '', former = ''] = /(\d{6})\D+(\d{6})/.exec(
    await untilText(page.getByTestId('change-demo'), /\d{6}\D+\d{6}/),
  ) as RegExpExecArray;
  await isWhole(page);
  await page.getByTestId('change-code').fill(code);
  await page.getByTestId('change-former').fill(former);
  await page.getByTestId('change-confirm').click();
  await page.getByTestId('phone-changed').waitFor();
  await untilText(page.getByTestId('owner-name'), masked(NEXT));
}

/** An owner comes in by a code of the desk, binds the home, changes the phone, and comes in by the new one. */
export async function anOwnerChangesThePhone(world: DemoWorld): Promise<void> {
  const desk = await atTheDesk(world);
  const owner = await visit(world.browser, world.installation, PHONE);
  const { page } = owner;
  await page.getByTestId('to-owner').click();
  await entersByDeskCode(page, FORMER, await codeOfTheDesk(desk.page, FORMER));
  await bindsFirst(page);
  await untilCount(page.getByTestId('home'), 1);
  await isWhole(page);
  await world.installation.minutePasses();
  await changesPhone(page);
  await untilCount(page.getByTestId('home'), 1);
  await isWhole(page);

  await page.getByTestId('owner-leave').click();
  await page.getByTestId('owner-phone-step').waitFor();
  await entersByDeskCode(page, NEXT, await codeOfTheDesk(desk.page, NEXT));
  await untilCount(page.getByTestId('home'), 1);
  await settled(page);
  const both = [owner, desk].map(({ complaints, refusals }) => [complaints, refusals]);
  expect(both).toEqual([
    [[], []],
    [[], []],
  ]);
}
