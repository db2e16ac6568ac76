/** A list as a city would hand it over: headings and rows, written as CSV for the same import that a city uses. */
export interface DemoList {
  readonly kind: string;
  readonly list: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The list as CSV text in UTF-8. */
export function csvOf(list: DemoList): string {
  return [list.headings, ...list.rows].map((row) => row.map(cell).join(',')).join('\n');
}
