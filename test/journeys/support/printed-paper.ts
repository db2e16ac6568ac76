import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import type * as Jsqr from 'jsqr';

// Reads what a printed paper really says, from its bytes: the text that its font shows, and what its QR code holds.

const readQr = createRequire(import.meta.url)('jsqr') as typeof Jsqr.default.default;

export interface PrintedPaper {
  /** Every text in the order of printing, without spaces. */
  readonly text: string;
  /** What a phone reads from the QR code, or null when it reads none. */
  readonly qr: string | null;
  readonly pages: number;
}

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

function textOf(page: string, characters: ReadonlyMap<number, string>): string {
  const codes = [...page.matchAll(/\[([^\]]*)\] TJ/g)].flatMap(([, shown = '']) =>
    [...shown.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []),
  );
  return codes.map((code) => characters.get(parseInt(code, 16)) ?? '').join('');
}

/** Draws the dark squares of a page, each one unit of the code, and reads the code as a camera would. */
function qrOf(page: string): string | null {
  const squares = [...page.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) \3 re\n/g)].map(([, ...numbers]) =>
    numbers.map(Number),
  ) as [x: number, y: number, side: number][];
  const [ground, ...modules] = squares;
  const unit = modules[0]?.[2];
  if (!ground || unit === undefined) return null;
  const [left, top, whole] = ground;
  const [scale, margin] = [4, 16];
  const side = Math.round(whole / unit) * scale + 2 * margin;
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
  const pages = streams.filter((stream) => stream.includes(' TJ'));
  const text = pages.map((page) => textOf(page, characters)).join('');
  return { text: text.replaceAll(/\s/g, ''), qr: qrOf(pages.join('\n')), pages: pages.length };
}
