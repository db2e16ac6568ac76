import { isForEverybody } from '../demo/public-pages.js';
import { asAdministrator, type DemoWorld } from '../support/demo-world.js';
import { isReadWithLargeText, NamesOfTheCity } from '../support/page-checks.js';
import { PHONE, visit, type Visitor } from '../support/visitor.js';

const GIVER = '司马长风';

async function typedDay({ page }: Visitor, label: string, day: string): Promise<void> {
  // The calendar that opens below the field is named after days as well.
  const field = page.getByRole('dialog').getByRole('combobox', { name: label, exact: true });
  await field.fill(day);
  await field.press('Enter');
}

/** A promise is recorded, kept in part and withdrawn for the rest; everybody reads it, and nobody reads who it was. */
export async function aPromiseIsKeptInPart(world: DemoWorld): Promise<void> {
  const { browser, installation } = world;
  const keeper = await asAdministrator(world);
  const { page } = keeper;
  await page.goto(`${installation.address}/spending/pledges`);
  await page.getByTestId('pledge-new').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByTestId('pledge-amount').fill('900');
  await typedDay(keeper, '认捐日', '2026-11-20');
  await typedDay(keeper, '约定到账日', '2099-12-31');
  await dialog.getByTestId('pledge-giver').fill(GIVER);
  await dialog.getByTestId('dialog-submit').click();
  const row = page.getByTestId('pledge-row').filter({ hasText: GIVER });
  await row.getByText('待到账').waitFor();
  await row.getByTestId('pledge-keep').click();
  await dialog.getByTestId('kept-amount').fill('300');
  await typedDay(keeper, '到账日期', '2026-11-21');
  await dialog.getByTestId('dialog-submit').click();
  await row.getByText('部分到账').waitFor();
  await row.getByTestId('pledge-withdraw').click();
  await dialog.getByTestId('reason').fill('来函说明');
  await dialog.getByTestId('dialog-submit').click();
  await row.getByText('已撤回').waitFor();

  const { page: phone } = await visit(browser, installation, PHONE);
  await phone.goto(`${installation.address}/fund/1405`);
  const shown = phone.getByTestId('fund-pledge').filter({ hasText: '司马*' });
  await shown.getByText('已到账 ¥300.00').waitFor();
  await shown.getByText('已撤回').waitFor();
  if ((await phone.locator('body').innerText()).includes(GIVER)) throw new Error('the giver is named');
  await isForEverybody(phone, new NamesOfTheCity(phone));
  await isReadWithLargeText(phone);
}
