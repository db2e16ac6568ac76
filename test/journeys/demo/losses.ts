import { expect } from '@jest/globals';
import { DEMO_PASSWORD } from '#libs/schema';
import { asAdministrator, type DemoWorld } from '../support/demo-world.js';
import { stumbles, surplusWidth } from '../support/page-checks.js';
import { eventually, PHONE, settled, signIn, untilCount, visit } from '../support/visitor.js';

/** Without a network a form on the phone says so, keeps what was typed, and is sent once the network is back. */
async function withoutNetwork(world: DemoWorld): Promise<void> {
  const visitor = await asAdministrator(world, PHONE);
  const { page } = visitor;
  await page.getByTestId('nav-compounds').click();
  await settled(page);
  await page.getByTestId('compound-add').click();
  await page.getByTestId('fact-name').fill('断网也不丢苑');
  await page.getByTestId('fact-reason').fill('新登记');
  expect(await stumbles(page)).toEqual([]);
  expect(await surplusWidth(page)).toBe(0);

  await page.context().setOffline(true);
  await page.getByTestId('offline').getByText('网络已断开').waitFor();
  await page.getByTestId('dialog-submit').click();
  await page.getByTestId('problem').getByText('连接不上服务器，未作任何修改').waitFor();
  await eventually(() => page.getByTestId('fact-name').inputValue(), '断网也不丢苑');
  await page.context().setOffline(false);
  await page.getByText('网络已恢复').waitFor();
  await page.getByTestId('dialog-submit').click();
  await page.getByRole('heading', { name: '断网也不丢苑', level: 1 }).waitFor();
  await page.getByText('未落位').first().waitFor();
  expect(visitor.refusals).toEqual([]);
}

/** What a trial of a list said is told no more once the form was changed, even while the answer was on its way. */
async function changedWhileTried(world: DemoWorld): Promise<void> {
  const { page } = await asAdministrator(world);
  await page.goto(`${world.installation.address}/imports/new`);
  const file = { name: '小区.csv', mimeType: 'text/csv', buffer: Buffer.from('小区名称\n迟到苑\n', 'utf8') };
  await page.getByTestId('import-file').setInputFiles(file);
  let change = (): void => undefined;
  const changed = new Promise<void>((resolve) => (change = resolve));
  await page.route('**/api/v1/imports', async (route) => {
    await changed;
    await route.continue();
  });
  await page.getByTestId('import-try').click();
  await page.getByTestId('import-list').fill('另一份名单');
  change();
  await settled(page);
  await untilCount(page.getByTestId('import-report'), 0);
  await page.getByTestId('import-try').click();
  await page.getByTestId('import-report').waitFor();
}

/** Who may not see a page is told which right is missing and who gives it. */
async function withoutRight({ browser, installation }: DemoWorld): Promise<void> {
  const visitor = await visit(browser, installation, PHONE);
  const { page } = visitor;
  await signIn(visitor, { login: 'wuye', password: DEMO_PASSWORD });
  await page.getByTestId('compound-table').waitFor();
  await settled(page);
  await page.goto(`${installation.address}/imports`);
  await page.getByTestId('no-right').getByText('“导入名单”权限').waitFor();
  expect(await stumbles(page)).toEqual([]);
  await page.getByTestId('nav-compounds').click();
  await page.getByTestId('compound-table').waitFor();
  expect(visitor.refusals).toEqual([]);
  expect(visitor.complaints).toEqual([]);
}

/** Whatever the menu offers to somebody opens for them: the entry, the page and its answers ask for the same. */
async function menuOf(world: DemoWorld, login: string): Promise<string[]> {
  const visitor = await visit(world.browser, world.installation);
  await signIn(visitor, { login, password: DEMO_PASSWORD });
  const { page } = visitor;
  await settled(page);
  const entries = page.locator('nav.rail [data-testid^="nav-"]');
  const names: string[] = [];
  for (let at = 0; at < (await entries.count()); at += 1) {
    names.push((await entries.nth(at).getAttribute('data-testid')) ?? '');
    await entries.nth(at).click();
    await settled(page);
    const isRefused = await page.getByTestId('no-right').isVisible();
    expect([login, names.at(-1), isRefused]).toEqual([login, names.at(-1), false]);
  }
  expect([login, visitor.refusals, visitor.complaints]).toEqual([login, [], []]);
  return names;
}

/** A refusal says the cause and the number by which it is found again. */
async function refused(world: DemoWorld): Promise<void> {
  const { page, refusals } = await asAdministrator(world);
  await page.goto(`${world.installation.address}/areas/140599`);
  await page.getByTestId('problem').getByText('不在您的管辖范围内').waitFor();
  await page
    .getByTestId('problem')
    .getByText(/请求编号 \S+/)
    .waitFor();
  await page.getByTestId('problem').getByRole('button', { name: '重试' }).click();
  await settled(page);
  expect(new Set(refusals)).toEqual(new Set(['400 GET /api/v1/coverage']));
}

/** What goes wrong is said: why, what is kept, and what comes next. */
export async function lossesAreSaid(world: DemoWorld): Promise<void> {
  await withoutNetwork(world);
  await changedWhileTried(world);
  await withoutRight(world);
  await refused(world);
  for (const login of ['shi', 'jiedao', 'shequ', 'shenji'])
    expect(await menuOf(world, login)).toEqual(expect.arrayContaining(['nav-delegations', 'nav-supervision']));
  expect(await menuOf(world, 'wuye')).not.toContain('nav-supervision');
}
