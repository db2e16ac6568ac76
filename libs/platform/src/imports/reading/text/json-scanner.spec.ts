import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JsonScanner, type JsonElement } from './json-scanner.js';

function scan(pieces: readonly string[]): JsonElement[] {
  const scanner = new JsonScanner('a.json', 10_000);
  const found = pieces.flatMap((piece) => scanner.push(piece));
  scanner.end();
  return found;
}

function values(elements: readonly JsonElement[]): unknown[] {
  return elements.map((element) => [element.key, JSON.parse(element.text) as unknown]);
}

describe('json scanner', () => {
  it('cuts lists and keyed objects, with brackets and quotes inside texts', () => {
    expect(values(scan(['[{"a":"]}"},', ' {"b":"\\"["} ]\n']))).toEqual([
      [null, { a: ']}' }],
      [null, { b: '"[' }],
    ]);
    expect(values(scan(['{"甲\\"区": {"a":1}, "乙": {"b":[1,2]}}']))).toEqual([
      ['甲"区', { a: 1 }],
      ['乙', { b: [1, 2] }],
    ]);
    expect(scan(['[ ]'])).toEqual([]);
    expect(scan(['{}'])).toEqual([]);
  });

  it('keeps both entries of one key', () => {
    expect(values(scan(['{"甲":{"a":1},"甲":{"a":2}}']))).toEqual([
      ['甲', { a: 1 }],
      ['甲', { a: 2 }],
    ]);
  });

  it('agrees with JSON.parse, wherever the pieces are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.object({ maxDepth: 2 })), fc.nat(), (list, cut) => {
        const clean = JSON.parse(JSON.stringify(list)) as unknown[];
        const text = JSON.stringify(clean);
        const at = cut % text.length;
        expect(values(scan([text.slice(0, at), text.slice(at)]))).toEqual(clean.map((each) => [null, each]));
      }),
    );
  });

  it.each(['[{"a":1},{"b":', '[{"a":1}', '{"甲":{"a":"没完', '['])('knows %j for cut off', (text) => {
    expect(() => scan([text])).toThrow(expect.objectContaining({ code: 'import.file-truncated' }));
  });

  it.each(['[{"a":1}] 尾巴', '[{"a":1}}', '{"甲":{"a":1}]', '{甲:{"a":1}}', `[${'['.repeat(40)}`])(
    'refuses %#',
    (text) => {
      expect(() => scan([text])).toThrow(expect.objectContaining({ code: 'import.file-unreadable' }));
    },
  );

  it('refuses an element that grows without end', () => {
    const pieces = ['["', ...Array<string>(30).fill('x'.repeat(1000))];
    expect(() => scan(pieces)).toThrow(expect.objectContaining({ code: 'import.file-unreadable' }));
  });
});
