import type { Page } from 'playwright-core';
import { settled } from './visitor.js';

export const TARGETS = ['C1', 'C2', 'C3', 'C4A', 'C4B'] as const;
export const BASES = ['strict', 'broad', 'claimed'] as const;

export type Target = (typeof TARGETS)[number];
export type Basis = (typeof BASES)[number];

/** One target as the board shows it. */
export interface Shown {
  readonly denominator: number;
  readonly numerator: Readonly<Record<Basis, number>>;
  readonly rate: Readonly<Record<Basis, string>>;
}

export const numberOf = (text: string | null): number => Number((text ?? '').replace(/[^\d-]/g, ''));

async function shownTarget(page: Page, target: Target): Promise<Shown> {
  const row = page.getByTestId(`target-${target}`);
  const [, of = ''] = /· (.*)/.exec(await row.locator('.what p').innerText()) ?? [];
  const numerator = { strict: 0, broad: 0, claimed: 0 };
  const rate = { strict: '', broad: '', claimed: '' };
  for (const basis of BASES) {
    const bar = row.locator('li', { has: page.getByTestId(`rate-${target}-${basis}`) });
    rate[basis] = await bar.getByTestId(`rate-${target}-${basis}`).innerText();
    numerator[basis] = numberOf(await bar.locator('.count').innerText());
  }
  return { denominator: numberOf(of), numerator, rate };
}

/** Reads the five rows of the board, once they are there. */
export async function readBoard(page: Page): Promise<Readonly<Record<Target, Shown>>> {
  await page.getByTestId('target-C1').waitFor();
  await settled(page);
  const rows = await Promise.all(TARGETS.map(async (target) => [target, await shownTarget(page, target)] as const));
  return Object.fromEntries(rows) as Record<Target, Shown>;
}
