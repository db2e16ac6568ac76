/** A cell that shows no value of its own: a formula nobody calculated, or an error such as `#REF!`. */
export interface FaultyCell {
  readonly fault: 'formula' | 'error';
  readonly text: string;
}

/** A number that the workbook shows as a date, counted in days since 1899-12-30. */
export interface SerialCell {
  readonly serial: number;
}

/** What one cell of a list holds before anybody has asked what it means. */
export type RawCell = string | number | boolean | null | FaultyCell | SerialCell;

/** The longest text kept of an offending cell in reports. */
const SHOWN_AT_MOST = 200;

export function isFaulty(cell: RawCell): cell is FaultyCell {
  return typeof cell === 'object' && cell !== null && 'fault' in cell;
}

export function isSerial(cell: RawCell): cell is SerialCell {
  return typeof cell === 'object' && cell !== null && 'serial' in cell;
}

/** True when nothing is written in the cell, or only blanks. */
export function isBlank(cell: RawCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && (cell === '' || cell.trim() === ''));
}

/** The day of a serial number as Excel shows it, for example 44830 → 2022-09-26; the time of day is dropped. */
export function dayOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30 + Math.floor(serial))).toISOString().slice(0, 10);
}

/** The cell as a person sees it. */
export function shownText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (isFaulty(cell)) return cell.text;
  if (isSerial(cell)) return dayOfSerial(cell.serial);
  return String(cell);
}

/** The cell as quoted in an issue: shortened, so that one monstrous cell does not fill a report. */
export function quotedCell(cell: RawCell | undefined): string {
  const text = shownText(cell);
  return text.length > SHOWN_AT_MOST ? `${text.slice(0, SHOWN_AT_MOST)}…` : text;
}
