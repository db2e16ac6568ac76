/** The text to compare rows by: half width, lower case, without blanks. */
function comparable(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/**
 * Tells the rows of one list apart: by their own code, else by name and address. Rows with neither code nor address
 * cannot be told from their namesakes, so each of them stays a compound of its own: the second gets `#2`, the third
 * `#3`, in the order of the file, and the same file sent again finds them again.
 */
export class RowKeys {
  private readonly firstRowOf = new Map<string, number>();
  private readonly namesakes = new Map<string, number>();

  /** The row's key, and the earlier row of this file that has the same one. */
  keyOf(row: {
    readonly number: number;
    readonly code: string | null;
    readonly name: string;
    readonly address: string | null;
  }): {
    readonly key: string;
    readonly sameAs: number | null;
  } {
    const key = this.rawKey(row);
    const sameAs = this.firstRowOf.get(key) ?? null;
    if (sameAs === null) this.firstRowOf.set(key, row.number);
    return { key, sameAs };
  }

  has(key: string): boolean {
    return this.firstRowOf.has(key);
  }

  private rawKey(row: {
    readonly code: string | null;
    readonly name: string;
    readonly address: string | null;
  }): string {
    if (row.code !== null) return `c:${comparable(row.code)}`;
    const name = comparable(row.name);
    if (row.address !== null) return `n:${name}|${comparable(row.address)}`;
    const ordinal = (this.namesakes.get(name) ?? 0) + 1;
    this.namesakes.set(name, ordinal);
    return ordinal === 1 ? `n:${name}|` : `n:${name}|#${ordinal}`;
  }
}
