import { expect } from '@jest/globals';
import { isForEverybody } from '../demo/public-pages.js';
import { asAdministrator, type DemoWorld } from '../support/demo-world.js';
import { isReadWithLargeText, NamesOfTheCity } from '../support/page-checks.js';
import { PHONE, settled, untilCount, visit } from '../support/visitor.js';
import { submitDialog } from '../votes/desk.js';

const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Whoever keeps the fund publishes what is due and records its notice board; anybody sees both, and checks the digest. */
export async function theFundIsPublished({ browser, installation }: DemoWorld): Promise<void> {
  const { page, complaints } = await asAdministrator({ browser, installation });
  await page.goto(`${installation.address}/fund/desk?part=disclosure`);
  const rows = page.getByTestId('desk-disclosure-panel').locator('tbody tr');
  // The demo city left its latest statement to be published.
  const left = rows.filter({ hasNot: page.getByTestId('publication') }).filter({ has: page.getByRole('button') });
  await untilCount(left, 1);
  const period = (await left.getAttribute('data-testid'))?.replace('desk-duty-', '') ?? '';
  await page.getByTestId(`publish-${period}`).click();
  await page.getByTestId('publisher').fill('演示市住房和城乡建设局');
  await submitDialog(page);
  const row = page.getByTestId(`desk-duty-${period}`);
  await row.getByTestId('publication').waitFor();
  await page.getByTestId(`post-${period}`).click();
  await page.getByTestId('posting-place').fill('示例社区东门公告栏');
  await page.getByTestId('posting-photo').setInputFiles({ name: '照片.png', mimeType: 'image/png', buffer: PHOTO });
  await submitDialog(page);
  await row.getByTestId('posting').getByText('示例社区东门公告栏').waitFor();
  // Nothing changed since: a second publication is refused, and says why.
  await page.getByTestId(`publish-${period}`).click();
  await page.getByTestId('publisher').fill('演示市住房和城乡建设局');
  await page.getByTestId('dialog-submit').click();
  await page.getByText('账目此后没有变化').waitFor();
  expect(complaints).toEqual([]);
  await theStatementIsRead({ browser, installation }, period);
}

async function theStatementIsRead({ browser, installation }: DemoWorld, period: string): Promise<void> {
  const { page, complaints, refusals } = await visit(browser, installation, PHONE);
  const names = new NamesOfTheCity(page);
  await page.goto(`${installation.address}/fund/1405`);
  const duty = page.getByTestId(`duty-${period}`);
  await duty.getByText('示例社区东门公告栏').waitFor();
  await duty.getByTestId('to-publication').click();
  await page.getByTestId('digest-check').getByText('没有改动').waitFor();
  await page.getByTestId('statement-total').waitFor();
  await settled(page);
  await isForEverybody(page, names);
  await isReadWithLargeText(page);
  expect([complaints, refusals]).toEqual([[], []]);
}
