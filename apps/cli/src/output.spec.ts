import { describe, expect, it } from '@jest/globals';
import { jsonPieces } from './output.js';

const written = (document: unknown): string => [...jsonPieces(document)].join('');

describe('the JSON document of a command', () => {
  const many = (items: number): object[] => Array.from({ length: items }, (_, row) => ({ row, value: '第"一"行\n' }));

  it('says the same in pieces as in one', () => {
    for (const document of [
      { rows: 3, at: new Date(0), nested: { list: [1, null] }, absent: undefined, rejected: many(2500), last: [] },
      { rejected: many(1000), warnings: many(1001), duplicates: [] },
      [{ level: 'city' }],
      {},
      'text',
      null,
    ]) {
      expect(JSON.parse(written(document))).toEqual(JSON.parse(JSON.stringify(document)));
    }
  });

  it('is laid out as people expect it while it is short', () => {
    const document = { rows: 3, nested: { list: [1, 'a\nb'] }, none: [] };
    expect(written(document)).toBe(`${JSON.stringify(document, null, 2)}\n`);
  });
});
