import { DomainError } from '#libs/kernel';
import type { RawRow } from '../raw-table.js';

export interface CsvOptions {
  readonly delimiter: string;
  readonly fileName: string;
  readonly recordLength: number;
  readonly columns: number;
}

/**
 * Cuts text into records by RFC 4180, told the text piece by piece. Written by hand because this is the inner loop of
 * every import: a general parser took eight times as long, more than the database.
 * Tolerated, as files really come: a quote inside a bare cell, text behind a closing quote, CR or LF or both.
 */
export class CsvScanner {
  /** The number of the last record; blank lines count, as in a spreadsheet. */
  row = 0;
  /** Whether the last record was ended by a line break. */
  endedByBreak = true;
  private text = '';

  constructor(private readonly options: CsvOptions) {}

  /** @throws DomainError `import.file-truncated` when a quote stays open, `import.too-many-columns` */
  push(piece: string): RawRow[] {
    this.text = this.text === '' ? piece : this.text + piece;
    return this.scan(false);
  }

  end(): RawRow[] {
    this.endedByBreak = this.text === '';
    return this.scan(true);
  }

  private scan(last: boolean): RawRow[] {
    const rows: RawRow[] = [];
    const text = this.text;
    const quotes = new NextOf(text, '"');
    const delimiters = new NextOf(text, this.options.delimiter);
    let at = 0;
    while (at < text.length) {
      const lineEnd = text.indexOf('\n', at);
      const stop = lineEnd === -1 ? text.length : lineEnd;
      if (quotes.from(at) >= stop) {
        if (lineEnd === -1 && !last) break;
        rows.push(this.record(text.slice(at, endOfLine(text, at, stop)).split(this.options.delimiter)));
        at = stop + 1;
      } else {
        const cells: string[] = [];
        const next = this.quoted({ text, at, last, delimiters }, cells);
        if (next === -1) break;
        rows.push(this.record(cells));
        at = next;
      }
    }
    this.text = text.slice(at);
    if (this.text.length > this.options.recordLength) this.breaksOff();
    return rows;
  }

  /** Reads one record that holds quotes into `cells`; where the next one begins, or -1 when the text ends inside it. */
  private quoted(place: { text: string; at: number; last: boolean; delimiters: NextOf }, cells: string[]): number {
    const { text, last } = place;
    let at = place.at;
    for (;;) {
      let value = '';
      if (text.charCodeAt(at) === 34) {
        const closed = closingQuote(text, at + 1);
        if (closed === -1) return last ? this.breaksOff() : -1;
        value = text.slice(at + 1, closed);
        if (value.includes('"')) value = value.replaceAll('""', '"');
        at = closed + 1;
      }
      const lineEnd = text.indexOf('\n', at);
      if (lineEnd === -1 && !last) return -1;
      const stop = lineEnd === -1 ? text.length : lineEnd;
      const delimiter = place.delimiters.from(at);
      if (delimiter >= stop) {
        cells.push(value + text.slice(at, endOfLine(text, at, stop)));
        return stop + 1;
      }
      cells.push(delimiter === at ? value : value + text.slice(at, delimiter));
      at = delimiter + 1;
    }
  }

  private record(cells: readonly string[]): RawRow {
    this.row += 1;
    if (cells.length > this.options.columns) {
      const { fileName: file, columns: limit } = this.options;
      throw new DomainError('import.too-many-columns', { file, row: this.row, limit });
    }
    return { number: this.row, cells };
  }

  private breaksOff(): never {
    throw new DomainError('import.file-truncated', { file: this.options.fileName, row: this.row + 1 });
  }
}

/** Leaves the CR of a CRLF out of the line. */
function endOfLine(text: string, start: number, stop: number): number {
  return stop > start && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
}

/** The place of the quote that closes the cell; a doubled quote stands for itself. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text.charCodeAt(at + 1) === 34) at = text.indexOf('"', at + 2);
  return at;
}

/** The next place of a sign, remembered, so that a text without it is searched once and not once a line. */
class NextOf {
  private found = -1;

  constructor(
    private readonly text: string,
    private readonly sign: string,
  ) {}

  from(at: number): number {
    if (this.found < at) {
      const next = this.text.indexOf(this.sign, at);
      this.found = next === -1 ? Number.POSITIVE_INFINITY : next;
    }
    return this.found;
  }
}
