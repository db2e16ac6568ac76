import { isBlank, quotedCell, shownText, type RawCell } from '../cells/raw-cell.js';
import { KEY_HEADING, VALUE_HEADING } from '../reading/raw-table.js';
import type { HeadingLayout } from '../headings/heading-layout.js';

/** What a list says in one cell, as it was written. */
export type Said = string | number | boolean;

/** One row of a list, understood. Kept only while its batch is planned and written. */
export class ImportRow<V = Readonly<Record<string, unknown>>> {
  /** Set by the report once an issue of severity "rejected" names this row. */
  rejected = false;

  constructor(
    readonly number: number,
    readonly values: V,
    private readonly cells: readonly RawCell[],
    private readonly layout: HeadingLayout,
  ) {}

  /** Every known field that the row fills in, as written: what the source said, before anybody interpreted it. */
  said(): Record<string, Said> {
    const said: Record<string, Said> = {};
    for (const [field, { column }] of this.layout.fields) {
      const cell = this.cells[column];
      if (cell === undefined || cell === null || isBlank(cell)) continue;
      said[field] = typeof cell === 'number' || typeof cell === 'boolean' ? cell : shownText(cell).trim();
    }
    return said;
  }

  /** What stands in columns that no field is known for, by heading; null when nothing does. */
  extra(): Record<string, string> | null {
    let extra: Record<string, string> | null = null;
    for (const { column, name } of this.layout.extra) {
      const cell = this.cells[column];
      if (isBlank(cell)) continue;
      extra ??= {};
      extra[name] = shownText(cell).trim();
    }
    return extra;
  }

  /** The heading under which a field stands in this file, or null; the keys of a JSON object have none. */
  headingOf(field: string): string | null {
    const heading = this.layout.fields.get(field)?.heading ?? null;
    return heading === KEY_HEADING || heading === VALUE_HEADING ? null : heading;
  }

  /** The cell of a field as quoted in issues, or null when it is empty. */
  quoted(field: string): string | null {
    const column = this.layout.fields.get(field)?.column;
    const text = column === undefined ? '' : quotedCell(this.cells[column]);
    return text === '' ? null : text;
  }
}
