import { isSerial, shownText, type RawCell } from './cells/raw-cell.js';
import { FileSource, type ImportFile } from './reading/file-source.js';
import { DEFAULT_LIMITS } from './reading/limits.js';
import { openDocument } from './reading/open-document.js';

/** A row of a table, cell by cell as a person sees it. */
export interface TextRow {
  readonly number: number;
  readonly cells: readonly string[];
}

export interface ReadTables {
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
  readonly tables: readonly (readonly TextRow[])[];
}

const DAY_SECONDS = 86_400;

/** A moment is shown with its time of day, which lists of compounds have no use for. */
function cellText(cell: RawCell): string {
  if (!isSerial(cell)) return shownText(cell);
  const seconds = Math.round((cell.serial % 1) * DAY_SECONDS);
  if (seconds === 0 || seconds === DAY_SECONDS) return shownText(cell);
  const time = new Date(seconds * 1000).toISOString().slice(11, 19);
  return `${shownText(cell)} ${time}`;
}

/**
 * Every table of a file in whatever encoding and form offices and banks save it, whole: for files that are not lists
 * with known headings. @throws DomainError `import.…` why the file cannot be read
 */
export async function readTables(file: ImportFile, name: string): Promise<ReadTables> {
  const source = await FileSource.of(file, name);
  const document = await openDocument(source, DEFAULT_LIMITS);
  try {
    const tables: TextRow[][] = [];
    for (const table of document.tables) {
      const rows: TextRow[] = [];
      for await (const batch of table.rows())
        for (const { number, cells } of batch) rows.push({ number, cells: cells.map(cellText) });
      tables.push(rows);
    }
    return { sha256: await source.sha256(), tables };
  } finally {
    await document.close();
  }
}
