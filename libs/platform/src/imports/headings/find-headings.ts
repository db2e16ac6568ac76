import { isBlank, shownText, type RawCell } from '../cells/raw-cell.js';
import type { MergedRange, RawRow, RawTable } from '../reading/raw-table.js';
import type { HeadingTable } from './heading-table.js';

/** One way to read the headings of a table: the texts to match per column, best first, and the rows they come from. */
export interface HeadingLine {
  /** Per column the heading as shown, and the texts by which it may be matched. */
  readonly columns: readonly { readonly shown: string; readonly candidates: readonly string[] }[];
  readonly firstRow: number;
  readonly lastRow: number;
  /** How many fields are known by it. */
  readonly known: number;
}

function mergedOver(merges: readonly MergedRange[], row: number, column: number): MergedRange | undefined {
  return merges.find((each) => row >= each.top && row <= each.bottom && column >= each.left && column <= each.right);
}

/** The texts of a heading row, with merged cells filled in. */
function textsOf(row: RawRow, table: RawTable, width: number): string[] {
  return Array.from({ length: width }, (_, column) => {
    const merge = mergedOver(table.merges, row.number, column);
    if (!merge) return shownText(row.cells[column]).trim();
    const top = table.head.find((each) => each.number === merge.top);
    return shownText(top?.cells[merge.left]).trim();
  });
}

function countKnown(headings: HeadingTable, columns: HeadingLine['columns']): number {
  const fields = new Set<string>();
  for (const { candidates } of columns) {
    const match = candidates.map((text) => headings.match(text)).find((each) => each !== null);
    if (match) fields.add(match.field);
  }
  return fields.size;
}

function singleLine(headings: HeadingTable, table: RawTable, row: RawRow): HeadingLine {
  const texts = textsOf(row, table, row.cells.length);
  const columns = texts.map((text) => ({ shown: text, candidates: text === '' ? [] : [text] }));
  return { columns, firstRow: row.number, lastRow: row.number, known: countKnown(headings, columns) };
}

/** Headings over two lines: a group above (物业服务) and its parts below (公司名称, 合同到期日). */
function doubleLine(headings: HeadingTable, table: RawTable, upper: RawRow, lower: RawRow): HeadingLine {
  const width = Math.max(upper.cells.length, lower.cells.length);
  const above = textsOf(upper, table, width);
  const below = textsOf(lower, table, width);
  let group = '';
  const columns = above.map((top, column) => {
    const bottom = below[column] ?? '';
    // Text files keep a merged group only in its first column; the blanks to its right belong to it.
    if (top !== '') group = top;
    const over = top === '' && bottom !== '' ? group : top;
    if (bottom === '' || bottom === over) return { shown: over, candidates: over === '' ? [] : [over] };
    return {
      shown: over === '' ? bottom : `${over}${bottom}`,
      candidates: over === '' ? [bottom] : [`${over}${bottom}`, bottom],
    };
  });
  return { columns, firstRow: upper.number, lastRow: lower.number, known: countKnown(headings, columns) };
}

/** The row, or pair of rows, that most looks like the headings; null when nothing in it is known. */
export function findHeadings(headings: HeadingTable, table: RawTable): HeadingLine | null {
  const rows = table.headed ? table.head.slice(0, 1) : table.head;
  const last = rows.at(-1)?.number ?? 0;
  const start = { ...table, merges: table.merges.filter((merge) => merge.top <= last) };
  const single = rows.map((row) => singleLine(headings, start, row));
  let best: HeadingLine | null = null;
  single.forEach((line, at) => {
    if (line.known > (best?.known ?? 0)) best = line;
    const [upper, lower] = [rows[at], rows[at + 1]];
    if (!upper || !lower || lower.number !== upper.number + 1) return;
    const double = doubleLine(headings, start, upper, lower);
    const better = double.known > line.known && double.known > (single[at + 1]?.known ?? 0);
    if (better && double.known > (best?.known ?? 0)) best = double;
  });
  return best;
}

/** A row that reads like headings though none is known: at least two texts and no number among them. */
export function looksLikeHeadings(row: RawRow): boolean {
  const filled = row.cells.filter((cell) => !isBlank(cell));
  return (
    filled.length >= 2 && filled.every((cell: RawCell) => typeof cell === 'string' && !/^[\d.,%/-]+$|\d{3}/.test(cell))
  );
}
