/** What a file may cost before it is refused. Sizes in bytes. */
export interface ImportLimits {
  readonly textBytes: number;
  readonly workbookBytes: number;
  readonly zipEntries: number;
  readonly zipEntryBytes: number;
  readonly zipTotalBytes: number;
  /** Inflated to deflated size; asked only of entries above `zipRatioFrom`. */
  readonly zipRatio: number;
  readonly zipRatioFrom: number;
  readonly rows: number;
  readonly columns: number;
  /** The longest record of a text file; beyond it a quote was never closed. */
  readonly recordLength: number;
  readonly workerMemoryMb: number;
  readonly workerSeconds: number;
}

const MB = 1_000_000;

/** A province's list fits many times over; a bomb does not. */
export const DEFAULT_LIMITS: ImportLimits = {
  textBytes: 200 * MB,
  workbookBytes: 30 * MB,
  zipEntries: 1000,
  zipEntryBytes: 150 * MB,
  zipTotalBytes: 200 * MB,
  zipRatio: 200,
  zipRatioFrom: MB,
  rows: 500_000,
  columns: 300,
  recordLength: MB,
  workerMemoryMb: 1024,
  workerSeconds: 120,
};

export function megabytes(bytes: number): string {
  return (bytes / MB).toFixed(1);
}
