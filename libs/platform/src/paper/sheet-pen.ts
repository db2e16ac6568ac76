import { createRequire } from 'node:module';
import type * as QrCode from 'qrcode';
import { shortened } from './paper-printer.js';

/** Something on a sheet. What stands together is not torn apart by the end of a page, unless it is longer than one. */
export type SheetBlock =
  | { readonly text: string; readonly size: number; readonly align?: 'left' | 'center'; readonly above?: number }
  | { readonly columns: readonly string[]; readonly size: number; readonly above?: number }
  | { readonly qr: string; readonly side: number; readonly beside: readonly SheetBlock[] }
  | { readonly together: readonly SheetBlock[] }
  | { readonly line: number };

interface TextOptions {
  readonly width?: number;
  readonly align?: string;
  readonly lineGap?: number;
  readonly lineBreak?: boolean;
}

/** What is used of the PDF library. */
export interface Drawing {
  y: number;
  readonly page: {
    readonly width: number;
    readonly height: number;
    readonly margins: { top: number; bottom: number; left: number; right: number };
    maxY(): number;
  };
  addPage(): Drawing;
  fontSize(size: number): Drawing;
  fillColor(color: string, opacity?: number): Drawing;
  text(text: string, x: number, y: number, options?: TextOptions): Drawing;
  heightOfString(text: string, options?: TextOptions): number;
  widthOfString(text: string): number;
  rect(x: number, y: number, width: number, height: number): Drawing;
  fill(color: string): Drawing;
  moveTo(x: number, y: number): Drawing;
  lineTo(x: number, y: number): Drawing;
  lineWidth(width: number): Drawing;
  stroke(color: string): Drawing;
  save(): Drawing;
  restore(): Drawing;
  rotate(angle: number, options: { readonly origin: readonly [number, number] }): Drawing;
  bufferedPageRange(): { readonly start: number; readonly count: number };
  switchToPage(page: number): Drawing;
  flushPages(): void;
  end(): void;
}

const INK = '#111827';
const GAP = 12;

/** Draws blocks onto the pages of a sheet. */
export class SheetPen {
  /** The same texts stand on thousands of sheets, and measuring them is what costs time. */
  private readonly heights = new Map<string, number>();
  private readonly codes = createRequire(import.meta.url)('qrcode') as typeof QrCode;

  constructor(private readonly document: Drawing) {}

  draw(block: SheetBlock): void {
    const { document } = this;
    if ('together' in block) {
      const height = block.together.reduce((sum, each) => sum + this.heightOf(each), 0);
      const { maxY, margins } = { maxY: document.page.maxY(), margins: document.page.margins };
      if (document.y + height > maxY && height <= maxY - margins.top) document.addPage();
      block.together.forEach((each) => this.draw(each));
    } else if ('qr' in block) this.drawCode(block);
    else if ('columns' in block) this.drawColumns(block);
    else if ('line' in block) {
      const { left, width } = this.frame();
      document.y += block.line;
      document
        .lineWidth(0.7)
        .moveTo(left, document.y)
        .lineTo(left + width, document.y)
        .stroke('#6b7280');
      document.y += block.line;
    } else {
      const { left, width } = this.frame();
      const { text, size, align = 'left', above = 0 } = block;
      document.fontSize(size).fillColor(INK);
      document.text(text, left, document.y + above, { width, align, lineGap: size * 0.2 });
    }
  }

  /** Ends a sheet: watermark, foot and number on each of its pages, and away with them. */
  finish(foot: string, watermark: string | null): void {
    const { document } = this;
    const { start, count } = document.bufferedPageRange();
    for (let at = 0; at < count; at += 1) {
      document.switchToPage(start + at);
      const { width, height, margins } = document.page;
      margins.bottom = 0;
      document.fontSize(9).fillColor('#374151');
      const words = `${shortened(foot)}  第 ${at + 1} 页，共 ${count} 页`;
      document.text(words, (width - document.widthOfString(words)) / 2, height - 32, { lineBreak: false });
      if (watermark !== null) this.mark(watermark);
    }
    document.flushPages();
  }

  private mark(word: string): void {
    const { document } = this;
    const { width, height } = document.page;
    document.save().rotate(-50, { origin: [width / 2, height / 2] });
    document.fontSize(72).fillColor('#b91c1c', 0.18);
    document.text(word, (width - document.widthOfString(word)) / 2, height / 2 - 48, { lineBreak: false });
    document.restore().fillColor(INK, 1);
  }

  private frame(): { readonly left: number; readonly width: number } {
    const { width, margins } = this.document.page;
    return { left: margins.left, width: width - margins.left - margins.right };
  }

  private heightOf(block: SheetBlock, width = this.frame().width): number {
    if ('together' in block) return block.together.reduce((sum, each) => sum + this.heightOf(each, width), 0);
    if ('line' in block) return 2 * block.line;
    if ('qr' in block) {
      const beside = block.beside.reduce((sum, each) => sum + this.heightOf(each, width - block.side - GAP), 0);
      return Math.max(block.side, beside);
    }
    if ('columns' in block) {
      const each = width / block.columns.length - GAP;
      return (block.above ?? 0) + Math.max(...block.columns.map((text) => this.measured(text, block.size, each)));
    }
    return (block.above ?? 0) + this.measured(block.text, block.size, width);
  }

  private measured(text: string, size: number, width: number): number {
    const key = `${size}/${width}/${text}`;
    const known = this.heights.get(key);
    if (known !== undefined) return known;
    const height = this.document.fontSize(size).heightOfString(text, { width, lineGap: size * 0.2 });
    this.heights.set(key, height);
    return height;
  }

  private drawColumns({ columns, size, above = 0 }: Extract<SheetBlock, { columns: unknown }>): void {
    const { document } = this;
    const { left, width } = this.frame();
    const each = width / columns.length;
    const height = this.heightOf({ columns, size });
    if (document.y + above + height > document.page.maxY()) document.addPage();
    const top = document.y + above;
    document.fontSize(size).fillColor(INK);
    columns.forEach((text, at) =>
      document.text(text, left + at * each, top, { width: each - GAP, lineGap: size * 0.2 }),
    );
    document.y = top + height;
  }

  /** The code on the right, and what stands beside it on the left. */
  private drawCode({ qr, side, beside }: Extract<SheetBlock, { qr: unknown }>): void {
    const { document } = this;
    const { left, width } = this.frame();
    const { modules } = this.codes.create(qr, { errorCorrectionLevel: 'M' });
    const unit = side / modules.size;
    const top = document.y;
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        if (!modules.get(row, column)) continue;
        document.rect(left + width - side + column * unit, top + row * unit, unit, unit);
      }
    }
    document.fill('#000000');
    const { margins } = document.page;
    const right = margins.right;
    margins.right = right + side + GAP;
    beside.forEach((block) => this.draw(block));
    margins.right = right;
    document.y = Math.max(document.y, top + side);
  }
}
