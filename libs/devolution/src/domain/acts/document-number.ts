/** Digits of the serial; beyond them the number simply grows. */
const SERIAL_DIGITS = 6;

export interface DocumentNumber {
  readonly cityCode: string;
  /** WY-04 */
  readonly powerCode: string;
  readonly year: number;
  readonly serial: number;
}

/** 文书编号: `1405-WY04-2026-000123`, so that anyone finds city, power, year and serial in it. */
export function writeDocumentNumber({ cityCode, powerCode, year, serial }: DocumentNumber): string {
  return `${cityCode}-${powerCode.replace('-', '')}-${year}-${String(serial).padStart(SERIAL_DIGITS, '0')}`;
}

/** Reads a number as people type it: spaces, small letters and full-width signs are forgiven; null for what is none. */
export function readDocumentNumber(text: string): DocumentNumber | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').toUpperCase().replace(/[—–−]/g, '-');
  const parts = /^(\d{4})-WY-?(\d{2})-(\d{4})-(\d{1,12})$/.exec(plain);
  if (!parts) return null;
  const [, cityCode = '', power = '', year, serial] = parts;
  return { cityCode, powerCode: `WY-${power}`, year: Number(year), serial: Number(serial) };
}
