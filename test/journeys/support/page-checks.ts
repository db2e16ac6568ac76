import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@jest/globals';
import type { Page, Response } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** What a reader of screens or a keyboard stumbles over on the page as it stands: rule, weight and first places. */
export async function stumbles(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    // Halfway through a change of colour nothing can be read; what turns for ever is never through.
    const passing = document.getAnimations().filter(({ playState, effect }) => {
      return playState === 'running' && effect?.getTiming().iterations !== Infinity;
    });
    await Promise.allSettled(passing.map((each) => each.finished));
    const { axe } = window as unknown as { axe: { run(how: object): Promise<{ violations: Violation[] }> } };
    return (await axe.run({ resultTypes: ['violations'] })).violations;
  });
  return found.map(({ id, impact, nodes }) => {
    const places = nodes.slice(0, 3).map(({ target }) => target.join(' '));
    return `${impact} ${id}: ${places.join(', ')}`;
  });
}

/** By how many pixels the page is wider than its window. */
export function surplusWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Texts that their box cuts off and that no title tells whole; what only readers hear has no box. */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut = [...document.querySelectorAll<HTMLElement>('body *')].filter((each) => {
      const saysSomething = [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      const isCut = saysSomething && each.scrollWidth > each.clientWidth + 1;
      const style = getComputedStyle(each);
      if (!isCut || style.display === 'inline' || style.overflowX === 'visible') return false;
      return !each.closest('.for-readers, [title]') && each.clientWidth > 1;
    });
    return cut.map((each) => `${each.className || each.tagName}: ${each.textContent?.trim().slice(0, 40)}`);
  });
}

/** Texts that are written over one another; what stays in its place while the page moves lies over it on purpose. */
export function overlappingTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const stays = (element: Element | null): boolean =>
      element !== null && (/fixed|sticky/.test(getComputedStyle(element).position) || stays(element.parentElement));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lines: { readonly owner: Element; readonly box: DOMRect }[] = [];
    while (walker.nextNode()) {
      const owner = walker.currentNode.parentElement;
      if (!owner || !walker.currentNode.textContent?.trim() || owner.closest('.for-readers, svg') || stays(owner))
        continue;
      if (!owner.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const box of range.getClientRects()) if (box.width > 1) lines.push({ owner, box });
    }
    // Two pixels are the play of rounding; the line boxes of one paragraph may touch each other.
    const meet = (one: DOMRect, other: DOMRect): boolean =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > Math.min(one.height, other.height) / 2;
    return lines.flatMap(({ owner, box }, at) =>
      lines
        .slice(at + 1)
        .filter((next) => next.owner !== owner && meet(box, next.box))
        .map((next) => `${owner.textContent?.trim().slice(0, 30)} × ${next.owner.textContent?.trim().slice(0, 30)}`),
    );
  });
}

/** With text twice as large the page keeps its width, and no text is cut off or lies over another. */
export async function isReadWithLargeText(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await page.waitForFunction(() => parseFloat(getComputedStyle(document.body).fontSize) > 27);
  const found = [await surplusWidth(page), await cutTexts(page), await overlappingTexts(page)];
  expect([page.url(), ...found]).toEqual([page.url(), 0, [], []]);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  await page.waitForFunction(() => parseFloat(getComputedStyle(document.body).fontSize) < 27);
}

/** Everything that the page says, shown or told to readers, text by text; the schematic map cuts its names short. */
export function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const owner = walker.currentNode.parentElement;
      if (owner?.closest('[data-testid="tile-map"], [lang]:not(html), script, style')) continue;
      said.push(walker.currentNode.textContent ?? '');
    }
    for (const each of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      if (each.closest('[lang]:not(html)')) continue;
      for (const name of ['aria-label', 'placeholder', 'title']) said.push(each.getAttribute(name) ?? '');
    }
    return said.map((text) => text.trim()).filter((text) => text !== '');
  });
}

/** Fields that the server fills with sentences of its own, which have to be in the language of the page. */
const SAID_BY_SERVER = ['message', 'recommendation', 'detail', 'fix'];

/** The sentences of an answer. A report of an import is kept in the language in which the list was sent. */
function sentencesOf(url: string): readonly string[] {
  if (/\/imports\b/.test(url)) return [];
  return /\/coverage\/(rules|lapses)/.test(url) ? [...SAID_BY_SERVER, 'title', 'reason'] : SAID_BY_SERVER;
}

function namesIn(value: unknown, sentences: readonly string[], found: Set<string>): void {
  if (typeof value === 'string') found.add(value.trim());
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) found.add(key);
    if (!sentences.includes(key)) namesIn(inner, sentences, found);
  }
}

/** Names and words of the city itself, as the server sent them: they stay Chinese in every language. */
export class NamesOfTheCity {
  private readonly names = new Set<string>();
  private readonly reading: Promise<void>[] = [];

  constructor(page: Page) {
    // What a page that was left behind had asked for cannot be read any more.
    page.on('response', (response) => this.reading.push(this.read(response).catch(() => undefined)));
  }

  private async read(response: Response): Promise<void> {
    if (!response.headers()['content-type']?.includes('json')) return;
    namesIn(await response.json(), sentencesOf(response.url()), this.names);
  }

  /** Texts in which Chinese is left once every name is taken out. */
  async untranslated(texts: readonly string[]): Promise<string[]> {
    await Promise.all(this.reading);
    const names = [...this.names].filter((name) => /[\u4e00-\u9fff]/.test(name)).sort((a, b) => b.length - a.length);
    const left = (text: string): string => {
      let rest = text;
      for (const name of names) {
        if (!/[\u4e00-\u9fff]/.test(rest)) return '';
        rest = rest.replaceAll(name, '');
      }
      return rest;
    };
    return [...new Set(texts)].filter((text) => /[\u4e00-\u9fff]/.test(text) && /[\u4e00-\u9fff]/.test(left(text)));
  }
}
