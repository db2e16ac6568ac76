import { DomainError } from '#libs/kernel';
import { storableText } from '../../cells/clean-text.js';
import type { RawCell } from '../../cells/raw-cell.js';
import type { FileSource } from '../file-source.js';
import type { ImportLimits } from '../limits.js';
import { KEY_HEADING, VALUE_HEADING, type RawDocument, type RawRow } from '../raw-table.js';
import { decodedText } from './decoded-text.js';
import type { FoundEncoding } from './encoding.js';
import { JsonScanner, type JsonElement } from './json-scanner.js';

function cellOf(value: unknown): RawCell {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return storableText(value);
  const isPlain = (each: unknown) => typeof each === 'string' || typeof each === 'number';
  return storableText(Array.isArray(value) && value.every(isPlain) ? value.join('、') : JSON.stringify(value));
}

function parsed(element: JsonElement, fileName: string, row: number): unknown {
  try {
    return JSON.parse(element.text) as unknown;
  } catch {
    throw new DomainError('import.file-unreadable', { file: fileName, row });
  }
}

function objectOf(element: JsonElement, fileName: string, row: number): Record<string, unknown> {
  const value = parsed(element, fileName, row);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  const isPlain = typeof value === 'string' || typeof value === 'number';
  if (isPlain && element.key !== null) return { [VALUE_HEADING]: value };
  throw new DomainError('import.json-not-a-list', { file: fileName, row });
}

/** Every key that occurs in the file, in the order in which they are first met; JSON need not name all in each row. */
async function headingsOf(source: FileSource, found: FoundEncoding, limits: ImportLimits): Promise<readonly string[]> {
  const headings = new Set<string>();
  for await (const rows of objects(source, found, limits)) {
    for (const { key, value } of rows) {
      if (key !== null) headings.add(KEY_HEADING);
      for (const heading of Object.keys(value)) headings.add(heading);
    }
    if (headings.size > limits.columns) {
      throw new DomainError('import.too-many-columns', { file: source.name, row: 1, limit: limits.columns });
    }
  }
  return [...headings];
}

interface KeyedObject {
  readonly key: string | null;
  readonly value: Record<string, unknown>;
}

async function* objects(source: FileSource, found: FoundEncoding, limits: ImportLimits): AsyncGenerator<KeyedObject[]> {
  const scanner = new JsonScanner(source.name, limits.recordLength);
  let row = 0;
  for await (const piece of decodedText(source, found)) {
    const elements = scanner.push(piece);
    if (elements.length === 0) continue;
    yield elements.map((element) => ({ key: element.key, value: objectOf(element, source.name, (row += 1)) }));
  }
  scanner.end();
}

/** Opens a JSON list of objects, or an object whose keys name objects or plain values. Row numbers are places in the list. */
export async function openJson(source: FileSource, found: FoundEncoding, limits: ImportLimits): Promise<RawDocument> {
  const headings = await headingsOf(source, found, limits);
  async function* rows(): AsyncGenerator<readonly RawRow[]> {
    yield [{ number: 0, cells: headings }];
    let number = 0;
    for await (const batch of objects(source, found, limits)) {
      yield batch.map(({ key, value }): RawRow => {
        const cells = headings.map((heading) => cellOf(heading === KEY_HEADING ? key : (value[heading] ?? null)));
        return { number: (number += 1), cells };
      });
    }
  }
  const head = headings.length > 0 ? [{ number: 0, cells: headings }] : [];
  const table = { name: '', head, merges: [], headed: true, rows };
  return { format: 'json', encoding: found.encoding, tables: [table], close: async () => undefined };
}
