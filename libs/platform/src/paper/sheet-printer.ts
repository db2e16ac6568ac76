import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { FONT } from './paper-printer.js';
import { SheetPen, type Drawing, type SheetBlock } from './sheet-pen.js';

/** One sheet of many, from top to bottom; it goes on over as many pages as it needs. */
export interface Sheet {
  /** At the foot of each of its pages, before its number. */
  readonly foot: string;
  readonly blocks: readonly SheetBlock[];
}

export interface SheetFile {
  readonly title: string;
  /** A word across every page; null for none. */
  readonly watermark: string | null;
  /** Asked one by one, so that thousands of them are never held at once. */
  readonly sheets: Iterable<Sheet>;
}

const MARGIN = 48;

/**
 * Prints sheets by the thousand as one PDF: each leaves for the reader as soon as it is drawn, and between two of them
 * others have their turn. A paper that needs tables is `PaperPrinter`'s, which holds all of it until the end.
 */
@Injectable()
export class SheetPrinter {
  print(file: SheetFile): Readable {
    const Document = createRequire(import.meta.url)('pdfkit') as new (options: object) => Drawing & Readable;
    const document = new Document({
      ...{ size: 'A4', autoFirstPage: false, bufferPages: true, info: { Title: file.title }, font: FONT },
      margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    });
    this.draw(document, file).catch((error: unknown) => document.destroy(error as Error));
    return document;
  }

  private async draw(document: Drawing & Readable, { sheets, watermark }: SheetFile): Promise<void> {
    const pen = new SheetPen(document);
    for (const { blocks, foot } of sheets) {
      if (document.destroyed) return;
      document.addPage();
      for (const block of blocks) pen.draw(block);
      pen.finish(foot, watermark);
      await nextTurn();
    }
    document.end();
  }
}
