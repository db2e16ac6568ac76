import type { PaperContent } from './paper-printer.js';

/** The red of a head after GB/T 9704. */
export const RED = '#c00000';
export const SOFT = '#374151';
const LINE = '#9ca3af';
/** Width of the text between the margins of an A4 page, in points. */
const WIDTH = 442;

/** A line across the text. */
export function lineAcross(color: string, lineWidth: number): PaperContent {
  return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth, lineColor: color }] };
}

/** A paragraph of running text: two characters in. */
export function paragraph(text: string): PaperContent {
  return { text: `　　${text}`, preserveLeadingSpaces: true, margin: [0, 6, 0, 0], alignment: 'justify' };
}

/** The thin lines of every table. */
export const THIN_LINES = {
  hLineColor: () => LINE,
  vLineColor: () => LINE,
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
};

/** What is called how, line by line. */
export function factsTable(facts: readonly (readonly [label: string, value: string])[]): PaperContent {
  const body = facts.map(([label, value]) => [{ text: label, color: SOFT }, value]);
  return { table: { widths: [120, '*'], body, dontBreakRows: true }, layout: THIN_LINES, margin: [0, 8, 0, 2] };
}

/** What signs a paper: a QR code with its words on the left, who signs and when on the right; never torn apart. */
export function signedBelow({
  qr,
  hint,
  lines,
}: {
  readonly qr: string;
  readonly hint: string;
  readonly lines: readonly PaperContent[];
}): PaperContent {
  const left = [
    { qr, fit: 84 },
    { text: hint, fontSize: 9, color: '#6b7280', margin: [8, 2, 0, 0] },
  ];
  const columns = [
    { width: 110, stack: left },
    { width: '*', stack: lines, alignment: 'right', margin: [0, 14, 0, 0] },
  ];
  return { unbreakable: true, stack: [{ columns, margin: [0, 20, 0, 0] }] };
}
