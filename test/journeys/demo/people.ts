import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { readBoard } from '../support/board.js';
import { asAdministrator, type DemoWorld } from '../support/demo-world.js';
import { settled, signIn, untilCount, visit } from '../support/visitor.js';

const LOGIN = 'xijie';
const PASSWORD = 'quiet lanes of the west';
/** 西街街道 and its neighbour in the demo city. */
const OWN = { code: '140502002', name: '西街街道' };
const FOREIGN = '140502001';

/** Invites a worker of one sub-district, and answers the password that is shown once. */
async function invite(page: Page): Promise<string> {
  await page.getByTestId('nav-people').click();
  await page.getByTestId('invite').click();
  await page.getByTestId('invite-name').fill('西街街道 李四');
  await page.getByTestId('invite-login').fill(LOGIN);
  await page.getByTestId('grant-role').selectOption('sub-district-staff');
  await page.getByTestId('grant-area').fill('西街');
  await page.getByRole('option', { name: OWN.name }).click();
  await page.getByTestId('dialog-submit').click();
  const password = await page.getByTestId('initial-password').innerText();
  await page.getByTestId('password-handed').click();
  await page.getByTestId(`person-${LOGIN}`).getByText('待首次登录').waitFor();
  return password;
}

async function endGrant(page: Page): Promise<void> {
  await page.getByTestId(`person-${LOGIN}`).getByTestId('grant-end').click();
  await page.getByTestId('reason').fill('调离街道');
  await page.getByTestId('dialog-submit').click();
  // The word alone is the button's; behind a day it is what came of it.
  await page.getByTestId(`person-${LOGIN}`).getByText(/\d 终止$/).waitFor();
}

async function changeFirstPassword(page: Page, initial: string): Promise<void> {
  await page.getByTestId('password-page').waitFor();
  // Nothing else is open before the password is one's own.
  await page.goto(new URL('/gaps', page.url()).href);
  await page.getByTestId('password-page').waitFor();
  await untilCount(page.getByTestId('gaps'), 0);
  await page.getByTestId('password-current').fill(initial);
  await page.getByTestId('password-next').fill(PASSWORD);
  await page.getByTestId('password-again').fill(PASSWORD);
  await page.getByTestId('password-save').click();
}

/** A worker is invited, comes in, sees one sub-district, and is refused politely once the grant has ended. */
export async function peopleComeAndGo(world: DemoWorld): Promise<void> {
  const administrator = await asAdministrator(world);
  const desk = administrator.page;
  await desk.goto(`${world.installation.address}/areas/${OWN.code}`);
  const own = await readBoard(desk);
  const initial = await invite(desk);

  const worker = await visit(world.browser, world.installation);
  const { page } = worker;
  await signIn(worker, { login: LOGIN, password: initial });
  await changeFirstPassword(page, initial);
  await page.getByRole('heading', { name: `${OWN.name} · 四项覆盖` }).waitFor();
  expect(await readBoard(page)).toEqual(own);
  await page.getByTestId('nav-compounds').click();
  await settled(page);
  expect(worker.refusals).toEqual([]);

  // Elsewhere is refused with a reason, and the rail leads home again.
  await page.goto(`${world.installation.address}/areas/${FOREIGN}`);
  await page.getByTestId('problem').getByText('不在您的管辖范围内').waitFor();
  await page.getByTestId('place-switcher').getByText(OWN.name).waitFor();
  await page.getByTestId('nav-board').click();
  await page.getByRole('heading', { name: `${OWN.name} · 四项覆盖` }).waitFor();
  expect(worker.refusals).toEqual(['400 GET /api/v1/coverage']);

  // With the role every token dies; whoever signs in again finds nothing open any more.
  await endGrant(desk);
  await page.getByTestId('nav-gaps').click();
  await page.getByTestId('sign-in').waitFor();
  await page.getByText('登录已结束或已过期').waitFor();
  await page.getByTestId('login').fill(LOGIN);
  await page.getByTestId('login-password').fill(PASSWORD);
  await page.getByTestId('sign-in').click();
  await page.getByText('您没有这一页的权限').waitFor();
  await settled(page);
  await untilCount(page.getByTestId('gap-subject'), 0);
  expect(worker.refusals.filter((each) => !each.startsWith('40'))).toEqual([]);

  expect(worker.complaints).toEqual([]);
  expect(administrator.complaints).toEqual([]);
  expect(administrator.refusals).toEqual([]);
}
