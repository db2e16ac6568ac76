import type { EntityManager } from 'typeorm';

/** At most this many rows go in one statement. */
const ROWS_PER_STATEMENT = 5_000;

/** Types whose values need no quotes inside an array. */
type PlainType = 'uuid' | 'int' | 'smallint' | 'bigint' | 'float8' | 'date' | 'boolean';

/** One column of many rows. Lists of texts, of which no array can be sent, travel joined; JSON as one document. */
export interface ColumnOfRows<T> {
  readonly type: PlainType | 'text' | 'texts' | 'json';
  readonly value: (row: T) => unknown;
}

export interface Insertion<T> {
  /** Values that are the same in every row. */
  readonly same: Readonly<Record<string, unknown>>;
  readonly each: Readonly<Record<string, ColumnOfRows<T>>>;
  readonly rows: readonly T[];
}

/** A control character that no tidied text contains. */
const BETWEEN_TEXTS = '\u001f';

function quoted(text: string): string {
  return `"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`;
}

/** An array as PostgreSQL writes it; several times faster than the driver's own, which knows less of its values. */
function arrayLiteral(type: ColumnOfRows<never>['type'], values: readonly unknown[]): string {
  if (type === 'json') return JSON.stringify(values);
  const isText = type === 'text' || type === 'texts';
  const written = (value: unknown): string =>
    isText ? quoted(value as string) : `${value as string | number | boolean}`;
  return `{${values.map((value) => (value === null ? 'NULL' : written(value))).join(',')}}`;
}

/** Values of one column of a part of the rows, and how the statement names them. */
interface SentColumn {
  readonly name: string;
  readonly parameter: unknown;
  /** The array in FROM, or null when every row has the same value. */
  readonly array: ((place: string) => string) | null;
  readonly selected: (source: string) => string;
}

function sentColumn<T>(name: string, column: ColumnOfRows<T>, rows: readonly T[]): SentColumn {
  const { type, value } = column;
  const values = rows.map((row) =>
    type === 'texts' ? (value(row) as readonly string[]).join(BETWEEN_TEXTS) : value(row),
  );
  const isSame = type !== 'json' && values.length > 1 && values.every((each) => each === values[0]);
  const sqlType = type === 'texts' ? 'text' : type;
  const selected = (source: string): string => (type === 'texts' ? `string_to_array(${source}, E'\\x1f')` : source);
  if (isSame) return { name, parameter: values[0], array: null, selected: (place) => selected(`${place}::${sqlType}`) };
  const array = (place: string): string =>
    type === 'json' ? `ARRAY(SELECT jsonb_array_elements(${place}::jsonb))` : `${place}::${sqlType}[]`;
  return { name, parameter: arrayLiteral(type, values), array, selected };
}

/**
 * Inserts any number of rows with one statement per 5,000: what is the same in all rows travels once, the rest as one
 * array per column. (COPY would be faster still, but PostgreSQL refuses it where rows are walled.)
 */
export async function insertRows<T>(manager: EntityManager, table: string, insertion: Insertion<T>): Promise<void> {
  const same = Object.entries(insertion.same);
  for (let start = 0; start < insertion.rows.length; start += ROWS_PER_STATEMENT) {
    const part = insertion.rows.slice(start, start + ROWS_PER_STATEMENT);
    const sent = Object.entries(insertion.each).map(([name, column]) => sentColumn(name, column, part));
    const place = (index: number): string => `$${same.length + index + 1}`;
    const names = [...same.map(([name]) => name), ...sent.map((column) => column.name)];
    const values = [
      ...same.map((_, index) => `$${index + 1}`),
      ...sent.map((column, index) => column.selected(column.array ? `r.${column.name}` : place(index))),
    ];
    const arrays = sent.flatMap((column, index) => (column.array ? [column.array(place(index))] : []));
    const aliases = sent.filter((column) => column.array).map((column) => column.name);
    const from = `unnest(${arrays.join(', ')}) AS r (${aliases.join(', ')})`;
    await manager.query(`INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${from}`, [
      ...same.map(([, value]) => value),
      ...sent.map((column) => column.parameter),
    ]);
  }
}
