import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import type * as Jsqr from 'jsqr';

// Reads what a printed paper really says, from its bytes: the text that its font shows, and what its QR codes hold.

const readQr = createRequire(import.meta.url)('jsqr') as typeof Jsqr.default.default;

export interface PrintedPage {
  /** Every text in the order of printing, without spaces. */
  readonly text: string;
  /** What a phone reads from the QR code, or null when it reads none. */
  readonly qr: string | null;
  /** Where the text reaches farthest to the right, in points from the left edge of the page. */
  readonly right: number;
}

export interface PrintedPaper extends Omit<PrintedPage, 'right'> {
  readonly pages: number;
  readonly each: readonly PrintedPage[];
}

/** A watermark goes across the page, and is the only text as large. */
const WATERMARK = 40;

/** The streams of a PDF that can be inflated, as text. */
function streamsOf(pdf: Buffer): string[] {
  const found: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    if (pdf.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const bytes = pdf.subarray(at + 'stream\n'.length, pdf.indexOf('endstream', at));
    try {
      found.push(inflateSync(bytes).toString('latin1'));
    } catch {
      // A picture or a font in another form.
    }
  }
  return found;
}

/** The characters of a font by the codes under which the pages write them (its ToUnicode table). */
function charactersOf(table: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  for (const [, first = '', list = ''] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, hex = ''], index) => {
      const units = hex.match(/[0-9a-f]{4}/g) ?? [];
      characters.set(parseInt(first, 16) + index, String.fromCharCode(...units.map((unit) => parseInt(unit, 16))));
    });
  }
  return characters;
}

/** How wide the font draws each code, in thousandths of its size. */
function widthsOf(pdf: Buffer): readonly number[] {
  const [, list = ''] = /\/W \[0 \[([^\]]*)\]/.exec(pdf.toString('latin1')) ?? [];
  return list.trim().split(/\s+/).map(Number);
}

const codesIn = (shown: string): string[] =>
  [...shown.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);

function textOf(page: string, characters: ReadonlyMap<number, string>): string {
  const codes = [...page.matchAll(/\[([^\]]*)\] TJ/g)].flatMap(([, shown = '']) => codesIn(shown));
  const text = codes.map((code) => characters.get(parseInt(code, 16)) ?? '').join('');
  return text.replaceAll(/\s/g, '');
}

function rightOf(page: string, widths: readonly number[]): number {
  const runs = page.matchAll(/1 0 0 1 ([\d.-]+) [\d.-]+ Tm\n\/F\d+ ([\d.]+) Tf\n(?:[^\n]*\n){0,2}?\[([^\]]*)\] TJ/g);
  const ends = [...runs].map(([, left = '', size = '', shown = '']) => {
    const thousandths = codesIn(shown).reduce((sum, code) => sum + (widths[parseInt(code, 16)] ?? 1000), 0);
    return Number(size) > WATERMARK ? 0 : Number(left) + (thousandths / 1000) * Number(size);
  });
  return Math.max(0, ...ends);
}

type Square = readonly [x: number, y: number, side: number];

/** Draws the dark squares of a page, each one unit of the code, and reads the code as a camera would. */
function qrOf(page: string): string | null {
  const found = [...page.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) \3 re\n/g)];
  const squares = found.map(([, ...numbers]) => numbers.map(Number) as unknown as Square);
  const unit = Math.min(...squares.map(([, , side]) => side));
  const modules = squares.filter(([, , side]) => side < 1.5 * unit);
  if (modules.length === 0) return null;
  const [left, top] = [Math.min(...modules.map(([x]) => x)), Math.min(...modules.map(([, y]) => y))];
  const [scale, margin] = [4, 16];
  const whole = Math.max(...modules.map(([x]) => x)) - left;
  const side = (Math.round(whole / unit) + 1) * scale + 2 * margin;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [x, y] of modules) {
    const column = Math.round((x - left) / unit) * scale + margin;
    const row = Math.round((y - top) / unit) * scale + margin;
    for (let line = row; line < row + scale; line += 1) {
      for (let dot = column; dot < column + scale; dot += 1) pixels.set([0, 0, 0], (line * side + dot) * 4);
    }
  }
  return readQr(pixels, side, side)?.data ?? null;
}

export function readPrinted(pdf: Buffer): PrintedPaper {
  const streams = streamsOf(pdf);
  const characters = charactersOf(streams.find((stream) => stream.includes('begincmap')) ?? '');
  const widths = widthsOf(pdf);
  const pages = streams.filter((stream) => stream.includes(' TJ'));
  const each = pages.map((page) => ({
    ...{ text: textOf(page, characters), qr: qrOf(page), right: rightOf(page, widths) },
  }));
  const text = each.map((page) => page.text).join('');
  return { text, qr: each.find(({ qr }) => qr !== null)?.qr ?? null, pages: pages.length, each };
}
