import { isBlank, type RawCell } from '../cells/raw-cell.js';
import type { MergedRange, RawRow } from '../reading/raw-table.js';

/** A caption runs over at least so many columns; anything narrower may be a value. */
const CAPTION_COLUMNS = 3;

/**
 * Fills cells merged downwards into every row they cover: a ledger names the community once for all of its compounds.
 * Rows must be passed in their order.
 */
export class MergedCells {
  /** How many merged cells of the data have been filled. */
  filled = 0;
  private readonly byTop = new Map<number, MergedRange[]>();
  private readonly open = new Map<number, { bottom: number; value: RawCell }>();

  constructor(merges: readonly MergedRange[], below: number) {
    for (const merge of merges) {
      if (merge.top <= below) continue;
      this.byTop.set(merge.top, [...(this.byTop.get(merge.top) ?? []), merge]);
    }
  }

  /** True where the row is nothing but one text across the table, such as 一、城区. */
  isCaption(row: RawRow): boolean {
    const merges = this.byTop.get(row.number);
    if (!merges) return false;
    const filled = row.cells.filter((cell) => !isBlank(cell)).length;
    return (
      filled === 1 &&
      merges.some(({ top, bottom, left, right }) => top === bottom && right - left + 1 >= CAPTION_COLUMNS)
    );
  }

  fill(row: RawRow): RawRow {
    if (this.byTop.size === 0) return row;
    for (const { top, bottom, left } of this.byTop.get(row.number) ?? []) {
      if (bottom === top) continue;
      this.open.set(left, { bottom, value: row.cells[left] ?? null });
      this.filled += 1;
    }
    if (this.open.size === 0) return row;
    const cells = [...row.cells];
    for (const [column, { bottom, value }] of this.open) {
      if (bottom < row.number) this.open.delete(column);
      else if (isBlank(cells[column])) {
        while (cells.length < column) cells.push(null);
        cells[column] = value;
      }
    }
    return { number: row.number, cells };
  }
}
