import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { messages } from '../../../apps/web/src/messages/zh-CN/index.js';
import { readPrinted } from '../../support/reading/printed-paper.js';

type Kind = keyof typeof messages.papers.kind;

/** Saves the papers of a vote by their buttons: each is a PDF under its name, and names the vote. */
export async function savesPapers(page: Page, kinds: readonly Kind[], title: string): Promise<void> {
  for (const kind of kinds) {
    const button = page.getByTestId(`paper-${kind}`);
    const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(file.suggestedFilename()).toBe(`${title} ${messages.papers.kind[kind]}.pdf`);
    const pdf = await readFile(await file.path());
    expect(pdf.subarray(0, 4).toString('latin1')).toBe('%PDF');
    expect(readPrinted(pdf).text).toContain(title.replaceAll(/\s/g, ''));
  }
}
