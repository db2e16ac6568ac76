import type { EntityManager } from 'typeorm';

/** At most this many rows go in one statement. */
const ROWS_PER_STATEMENT = 5_000;

/** One column of many rows: the type of its values, and how they become the column's own type where it differs. */
export interface ColumnOfRows<T> {
  readonly type: string;
  readonly value: (row: T) => unknown;
  /** An SQL expression of the unnested value, for types of which no array can be sent. */
  readonly cast?: (value: string) => string;
}

/** Texts that PostgreSQL cannot take as an array of arrays travel joined by this control character. */
const BETWEEN_TEXTS = '\u001f';

/** A column of text arrays. */
export function textsColumn<T>(value: (row: T) => readonly string[]): ColumnOfRows<T> {
  return {
    type: 'text',
    value: (row) => value(row).join(BETWEEN_TEXTS),
    cast: (each) => `string_to_array(${each}, E'\\x1f')`,
  };
}

/** A column of JSON objects. */
export function jsonColumn<T>(value: (row: T) => unknown): ColumnOfRows<T> {
  return { type: 'text', value: (row) => JSON.stringify(value(row)), cast: (each) => `${each}::jsonb` };
}

export interface Insertion<T> {
  /** Values that are the same in every row. */
  readonly same: Readonly<Record<string, unknown>>;
  readonly each: Readonly<Record<string, ColumnOfRows<T>>>;
  readonly rows: readonly T[];
}

/**
 * Inserts any number of rows with one statement per 5,000: values that are the same in every row travel once, the
 * others as one array per column.
 */
export async function insertRows<T>(manager: EntityManager, table: string, insertion: Insertion<T>): Promise<void> {
  const { rows } = insertion;
  const same = Object.entries(insertion.same);
  const each = Object.entries(insertion.each);
  const names = [...same, ...each].map(([name]) => name).join(', ');
  const values = [
    ...same.map((_, index) => `$${index + 1}`),
    ...each.map(([name, column]) => column.cast?.(`r.${name}`) ?? `r.${name}`),
  ].join(', ');
  const arrays = each.map(([, column], index) => `$${same.length + index + 1}::${column.type}[]`).join(', ');
  const aliases = each.map(([name]) => name).join(', ');
  const text = `INSERT INTO ${table} (${names}) SELECT ${values} FROM unnest(${arrays}) AS r (${aliases})`;
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const part = rows.slice(start, start + ROWS_PER_STATEMENT);
    const parameters = [...same.map(([, value]) => value), ...each.map(([, column]) => part.map(column.value))];
    await manager.query(text, parameters);
  }
}
