import type { RawCell } from '../cells/raw-cell.js';

/** One row as it stands in the file. `number` is what people see: the row of the sheet, or the place in a JSON list. */
export interface RawRow {
  readonly number: number;
  readonly cells: readonly RawCell[];
}

/** Cells joined into one, by row number and column index, all four included. */
export interface MergedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** One table of a file: a sheet of a workbook, or the whole of a csv or JSON file. */
export interface RawTable {
  /** The sheet's name; empty where a file has no sheets. */
  readonly name: string;
  /** The first rows, among which the headings are looked for. */
  readonly head: readonly RawRow[];
  readonly merges: readonly MergedRange[];
  /** True where the first row of `head` is known to hold the headings (JSON objects). */
  readonly headed: boolean;
  /** All rows in batches, from the first; may be asked once. */
  rows(): AsyncIterable<readonly RawRow[]>;
}

export type ListFormat = 'xlsx' | 'xls' | 'ods' | 'html' | 'xml' | 'csv' | 'json';

/** An opened file, before anybody knows what its columns mean. */
export interface RawDocument {
  readonly format: ListFormat;
  /** The encoding of a text file: utf-8, utf-16le, utf-16be or gb18030. */
  readonly encoding?: string;
  readonly tables: readonly RawTable[];
  close(): Promise<void>;
}

/** How many rows are looked at to find the headings; real ledgers carry titles and notes above them. */
export const HEAD_ROWS = 40;

/** The heading under which the key of a JSON object of objects stands; no list has a column of this name. */
export const KEY_HEADING = '#key';

/** The heading of the values where a JSON object holds plain values by key, such as shares by unit. */
export const VALUE_HEADING = '#value';
