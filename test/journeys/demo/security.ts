import { expect } from '@jest/globals';
import { DEMO_PASSWORD } from '#libs/schema';
import type { Page } from 'playwright-core';
import { codeAt } from '../../../libs/identity/src/second-factor/totp.js';
import { asAdministrator, type DemoWorld } from '../support/demo-world.js';
import { stumbles, surplusWidth } from '../support/page-checks.js';
import { PHONE, settled, signIn, untilCount, visit, type Visitor } from '../support/visitor.js';

const STREET = { login: 'jiedao2', password: DEMO_PASSWORD, name: '东街街道 刘洋' };
const COMMUNITY = { login: 'shequ', password: DEMO_PASSWORD, name: '建设路社区 赵芳' };
/** One step of a code, in milliseconds: the next code is taken although the present one was. */
const STEP_MS = 30_000;

/** The code of now, or of some steps later. */
const codeOf = (key: string, steps = 0): string => codeAt(key, new Date(Date.now() + steps * STEP_MS));

async function expectReadable(page: Page): Promise<void> {
  expect(await stumbles(page)).toEqual([]);
  expect(await surplusWidth(page)).toBe(0);
}

export async function openSecurity({ page }: Visitor): Promise<void> {
  await page.getByTestId('person').click();
  await page.getByTestId('security').click();
  await page.getByTestId('security-page').waitFor();
  await settled(page);
}

/** Sets up a second factor, and answers its key and the first recovery code. */
export async function setUpSecondFactor(page: Page): Promise<{ key: string; recoveryCode: string }> {
  await page.getByTestId('factor-set-up').click();
  await page.getByTestId('qr').waitFor();
  await expectReadable(page);
  const key = (await page.getByTestId('factor-key').innerText()).replaceAll(/\s/g, '');
  await page.getByTestId('factor-code').fill('000000');
  await page.getByTestId('dialog-submit').click();
  await page.getByTestId('problem').getByText('验证码不正确').waitFor();
  await page.getByTestId('factor-code').fill(codeOf(key));
  await page.getByTestId('dialog-submit').click();
  const codes = page.getByTestId('recovery-codes').locator('code');
  await codes.first().waitFor();
  await untilCount(codes, 10);
  const recoveryCode = await codes.first().innerText();
  await page.getByTestId('codes-kept').click();
  await page.getByTestId('factor-on').waitFor();
  return { key, recoveryCode };
}

/** Comes in on the phone: the password alone is not enough, a used or invented code neither. */
async function comesInByPhone(world: DemoWorld, key: string): Promise<Visitor> {
  const phone = await visit(world.browser, world.installation, PHONE);
  const { page } = phone;
  await page.getByTestId('login').fill(STREET.login);
  await page.getByTestId('login-password').fill(STREET.password);
  await page.getByTestId('sign-in').click();
  await page.getByTestId('second-step').waitFor();
  await expectReadable(page);
  await page.getByTestId('second-step-code').fill('000000');
  await page.getByTestId('second-step-enter').click();
  await page.getByTestId('problem').getByText('验证码不正确或已用过').waitFor();
  await page.getByTestId('second-step-code').fill(codeOf(key, 1));
  await page.getByTestId('second-step-enter').click();
  await page.getByTestId('person').waitFor();
  return phone;
}

/** Another device is seen and shut out. */
async function shutsOut(page: Page, phone: Visitor): Promise<void> {
  await page.reload();
  await settled(page);
  const sessions = page.getByTestId('own-session');
  await untilCount(sessions, 2);
  await page.getByTestId('end-others').click();
  await page.getByTestId('end-others').waitFor({ state: 'detached' });
  await untilCount(sessions, 1);
  await phone.page.getByTestId('nav-compounds').click();
  await phone.page.getByTestId('sign-in').waitFor();
}

/** Hands the own grant over, which asks for a fresh proof by now. */
async function handsOver(page: Page, recoveryCode: string): Promise<void> {
  await page.getByTestId('substitute-give').click();
  await page.getByTestId('substitute-login').fill(COMMUNITY.login);
  await page.getByLabel('最后一天').fill(lastDay());
  await page.keyboard.press('Enter');
  await page.getByTestId('substitute-reason').fill('年休假');
  await page.getByRole('dialog', { name: '交同事代理' }).getByTestId('dialog-submit').click();
  const proof = page.getByRole('dialog', { name: '请再次证明是您本人' });
  await proof.getByTestId('proof-by').selectOption('code');
  await expectReadable(page);
  await proof.getByTestId('proof').fill(recoveryCode);
  await proof.getByTestId('dialog-submit').click();
  await page.getByTestId('substitute').getByText(`由${COMMUNITY.name}代我`).waitFor();
  await page.getByTestId('substitute').getByText('进行中').waitFor();
}

function lastDay(): string {
  return new Date(Date.now() + 7 * 24 * 3_600_000).toISOString().slice(0, 10);
}

/** The colleague has the rights of the one on leave, and sees whose they are. */
async function standsIn(world: DemoWorld): Promise<void> {
  const colleague = await visit(world.browser, world.installation);
  await signIn(colleague, COMMUNITY);
  const { page } = colleague;
  await openSecurity(colleague);
  await page.getByTestId('substitute').getByText(`我代${STREET.name}`).waitFor();
  await page.getByTestId('nav-people').click();
  await page.getByTestId(`person-${COMMUNITY.login}`).getByText(`代${STREET.name}`).waitFor();
  await settled(page);
  await expectReadable(page);
  expect([colleague.complaints, colleague.refusals]).toEqual([[], []]);
}

/** An administrator does something to the keys of the person, and says why. */
async function asks(page: Page, deed: string, reason: string): Promise<void> {
  await page.getByTestId(`person-${STREET.login}`).getByTestId(deed).click();
  await page.getByTestId('reason').fill(reason);
  await page.getByTestId('dialog-submit').click();
  await page.getByTestId('dialog-submit').waitFor({ state: 'detached' });
}

/** A person guards their account, hands it on for a leave, and reads who looked at it. */
export async function accountsAreGuarded(world: DemoWorld): Promise<void> {
  const desk = await visit(world.browser, world.installation);
  await signIn(desk, STREET);
  await openSecurity(desk);
  await expectReadable(desk.page);
  const { key, recoveryCode } = await setUpSecondFactor(desk.page);
  const phone = await comesInByPhone(world, key);
  await openSecurity(phone);
  await expectReadable(phone.page);
  await shutsOut(desk.page, phone);

  await world.installation.forgetProofs();
  await handsOver(desk.page, recoveryCode);
  await standsIn(world);

  const administrator = await asAdministrator(world);
  await administrator.page.getByTestId('nav-people').click();
  await administrator.page.getByTestId(`person-${STREET.login}`).waitFor();
  await asks(administrator.page, 'keys-sessions', '设备遗失');
  await desk.page.getByTestId('nav-compounds').click();
  await desk.page.getByTestId('sign-in').waitFor();
  await asks(administrator.page, 'keys-factor', '手机遗失');
  await signIn(desk, STREET);
  await openSecurity(desk);
  await desk.page.getByTestId('data-access').getByText('市住建局 王敏').first().waitFor();
  await desk.page.getByTestId('factor-set-up').waitFor();
  const refusals = desk.refusals.filter((each) => !each.startsWith('401'));
  expect(refusals).toEqual(['422 POST /api/v1/me/second-factor/confirmation', '403 POST /api/v1/me/substitutes']);
  expect([desk.complaints, phone.complaints, administrator.complaints]).toEqual([[], [], []]);
}
