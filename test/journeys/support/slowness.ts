import type { Page } from 'playwright-core';

/** `JIAYUAN_SLOW=1 node scripts/test.mjs journeys` goes through the journeys as on a slow and uneven line. */
export const isSlow = process.env.JIAYUAN_SLOW === '1';

/** What one specification may take, in milliseconds; only what hangs is ended. */
export const minutes = (usual: number): number => usual * (isSlow ? 5 : 1) * 60_000;

/** How long an answer or a part of the page is kept back, in milliseconds: at random, so that they overtake. */
const DELAYS = { answer: [200, 900], part: [0, 300] } as const;

/** Keeps back what a page asks for, where slowness was asked for. */
export async function slowDown(page: Page): Promise<void> {
  if (!isSlow) return;
  await page.route('**/*', async (route) => {
    const [least, most] = DELAYS[route.request().url().includes('/api/') ? 'answer' : 'part'];
    await new Promise((resolve) => setTimeout(resolve, least + Math.random() * (most - least)));
    // The page may have gone on without it.
    await route.continue().catch(() => undefined);
  });
}
