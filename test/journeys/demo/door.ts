import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from '@jest/globals';
import { smallAreas } from '../../support/city.js';
import type { DemoWorld } from '../support/demo-world.js';
import { stumbles, surplusWidth } from '../support/page-checks.js';
import { eventually, PHONE, visit } from '../support/visitor.js';

/** The door says the same to everybody, and keeps what was typed after a refusal. */
export async function theDoorIsWhole({ installation, browser }: DemoWorld): Promise<void> {
  const { page } = await visit(browser, installation, PHONE);
  await page.getByTestId('demo-badge').waitFor();
  await page.getByTestId('login').fill('shi');
  await page.getByTestId('login-password').fill('not the password');
  await page.getByTestId('sign-in').click();
  await page.getByTestId('problem').getByText('登录名或密码不正确').waitFor();
  await page
    .getByTestId('problem')
    .getByText(/请求编号 \S+/)
    .waitFor();
  await eventually(() => page.getByTestId('login').inputValue(), 'shi');
  expect(await stumbles(page)).toEqual([]);
  expect(await surplusWidth(page)).toBe(0);
}

/** Where there are several cities, the one that is made up says so before anybody signs in. */
export async function theDoorOfSeveralCities({ installation, browser }: DemoWorld): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jiayuan-areas-'));
  const areas = path.join(folder, 'areas.csv');
  writeFileSync(areas, smallAreas('1401'));
  await installation.cli(['city', 'create', '1401', '--name', '太原市', '--areas', areas]);
  rmSync(folder, { recursive: true });
  const { page } = await visit(browser, installation, PHONE);
  const city = page.getByTestId('sign-in-city');
  await city.selectOption({ label: '晋城市（演示数据）' });
  await page.getByTestId('demo-badge').waitFor();
  await city.selectOption({ label: '太原市' });
  await page.getByTestId('demo-badge').waitFor({ state: 'detached' });
  await page.getByTestId('login').fill('shi');
  await page.getByTestId('login-password').fill('not the password');
  await page.getByTestId('sign-in').click();
  await page.getByTestId('check-city').getByText('太原市').waitFor();
  expect(await stumbles(page)).toEqual([]);
}
