/**
 * Where the counties of a city lie on its schematic map, column by column from west to east and north to south.
 * A city that is not listed is laid out by size; the names are what counts, not the geography.
 */
const KNOWN: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '1405': [['140521', '140522'], ['140581', '140502', '140525'], ['140524']],
};

interface Sized {
  readonly code: string;
  readonly size: number;
}

const COLUMNS = 3;

/** The codes of the groups in columns: known places where they lie, others in the shortest column so far. */
export function columnsOf(city: string, groups: readonly Sized[]): readonly (readonly string[])[] {
  const known = KNOWN[city] ?? [];
  const columns = Array.from({ length: Math.min(COLUMNS, Math.max(groups.length, 1)) }, (_, index) =>
    (known[index] ?? []).filter((code) => groups.some((group) => group.code === code)),
  );
  const sizeOf = new Map(groups.map(({ code, size }) => [code, size]));
  const heightOf = (column: readonly string[]): number =>
    column.reduce((sum, code) => sum + (sizeOf.get(code) ?? 0) + COLUMNS, 0);
  const placed = new Set(columns.flat());
  for (const { code } of groups.filter((group) => !placed.has(group.code))) {
    [...columns].sort((a, b) => heightOf(a) - heightOf(b))[0]?.push(code);
  }
  return columns.filter((column) => column.length > 0);
}

/**
 * How many tiles each column is wide, so that a column with more places grows sideways rather than down.
 * @param across tiles that fit beside each other on the whole map
 */
export function widthsOf(sizes: readonly number[], across: number): readonly number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total === 0) return sizes.map(() => 1);
  return sizes.map((size) => Math.max(Math.round((size / total) * across), 2));
}

/** 东街街道 → 东街: a tile has room for three characters, its full name is told on hover and to readers. */
export function shortName(name: string): string {
  const bare = name.replace(
    /(街道办事处|街道|地区|社区居委会|社区居民委员会|居民委员会|居委会|村民委员会|村委会|社区|镇|乡|村)$/,
    '',
  );
  return [...(bare === '' ? name : bare)].slice(0, 3).join('');
}
