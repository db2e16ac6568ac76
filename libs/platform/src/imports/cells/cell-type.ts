import type { Bilingual } from '#libs/kernel';
import { isGarbled, nothingSaid, saysNone } from './clean-text.js';
import { isFaulty, type RawCell } from './raw-cell.js';

export type { Bilingual };

export type IssueParams = Readonly<Record<string, string | number>>;

/** The cell says something, but not what this column asks for; `code` names the issue. */
export class Misread {
  constructor(
    readonly code: string,
    readonly params: IssueParams = {},
  ) {}
}

/** A value understood with a reservation that people should see. */
export class Noted<T> {
  constructor(
    readonly value: T,
    readonly code: string,
    readonly params: IssueParams = {},
  ) {}
}

export type Reading<T> = T | null | Misread | Noted<T>;

/** How a column's cells are understood. `unit` is what stood in brackets in the heading, for example 万㎡. */
export interface CellType<T> {
  readonly name: string;
  /** What people may write, shown in templates and refusals. */
  readonly hint: Bilingual;
  read(cell: RawCell, unit: string): Reading<T>;
}

/** The longest cell that is read at all; ten thousand characters are never a name, a day or a number. */
export const CELL_LENGTH_LIMIT = 5000;

/** Faults that make a cell unreadable whatever its column asks for, or null when there is none. */
export function cellFault(cell: RawCell): Misread | null {
  if (typeof cell === 'string') {
    if (cell.length > CELL_LENGTH_LIMIT) {
      return new Misread('import.cell-too-long', { length: cell.length, limit: CELL_LENGTH_LIMIT });
    }
    return isGarbled(cell) ? new Misread('import.cell-garbled') : null;
  }
  if (isFaulty(cell)) {
    return new Misread(cell.fault === 'formula' ? 'import.cell-formula-without-value' : 'import.cell-error-value');
  }
  return null;
}

/** True when a cell of a number, day or choice tells nothing: empty, 不详 and the like, or 无. */
export function tellsNothing(text: string): boolean {
  return text === '' || nothingSaid(text) || saysNone(text);
}
