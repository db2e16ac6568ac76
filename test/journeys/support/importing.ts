import type { Page } from 'playwright-core';
import { numberOf } from './board.js';

/** A list as somebody sends it. */
export interface SentList {
  readonly kind: 'compounds' | 'companies' | 'services' | 'committees' | 'party-organisations' | 'service-signs';
  readonly fileName: string;
  readonly text: string;
}

/** The figures of a report on the page. */
export interface Figures {
  readonly rows: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly rejected: number;
}

async function figures(page: Page): Promise<Figures> {
  const read = async (name: keyof Figures): Promise<number> =>
    numberOf(await page.getByTestId(`report-${name}`).innerText());
  return {
    rows: await read('rows'),
    accepted: await read('accepted'),
    unchanged: await read('unchanged'),
    rejected: await read('rejected'),
  };
}

/** Goes to the form, chooses kind and file, and asks for a dry run. */
export async function tryList(page: Page, { kind, fileName, text }: SentList): Promise<Figures> {
  await page.getByTestId('nav-imports').click();
  await page.getByTestId('import-new').click();
  await page.getByTestId(`kind-${kind}`).check();
  await page
    .getByTestId('import-file')
    .setInputFiles({ name: fileName, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') });
  await page.getByTestId('import-try').click();
  await page.getByTestId('import-report').waitFor();
  return figures(page);
}

/** Imports what was tried, and reads the report that is kept. */
export async function commitList(page: Page): Promise<Figures> {
  await page.getByTestId('import-commit').click();
  await page.getByTestId('import').getByTestId('import-report').waitFor();
  return figures(page);
}
