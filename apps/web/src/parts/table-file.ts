/** A cell of a file that spreadsheets open: what they would run as a formula is text with a mark before it. */
function cellOf(text: string): string {
  const said = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(said) ? `"${said.replaceAll('"', '""')}"` : said;
}

/** Rows as seen on a page, in a file that spreadsheets open; the mark at its head tells them that it is UTF-8. */
export function tableFile(rows: readonly (readonly string[])[]): Blob {
  const lines = rows.map((row) => row.map(cellOf).join(','));
  return new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv' });
}
