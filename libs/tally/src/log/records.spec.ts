import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { headText, originOf } from './head-text.js';
import type { Hash } from './hashing.js';
import { bytesOfHex, leafOfRecord } from './records.js';

const sha256: Hash = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();

describe('the leaf of a record', () => {
  it('is the hash of a zero, the bytes of the salt, and the text as UTF-8', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ unit: 'grapheme' }), (salt, text) => {
        const bytes = Buffer.concat([Buffer.of(0), Buffer.from(salt.replaceAll('-', ''), 'hex'), Buffer.from(text)]);
        expect(Buffer.from(leafOfRecord(sha256, { salt, text }))).toEqual(createHash('sha256').update(bytes).digest());
      }),
    );
  });

  it('is read from hexadecimal digits, none of them lost', () => {
    expect([...bytesOfHex('00ff-10')]).toEqual([0, 255, 16]);
    expect([...bytesOfHex('')]).toEqual([]);
  });
});

describe('the text of a head', () => {
  it('names the log, then the size, the root in base64, the instant and the hash, a line each', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (root) => {
        const text = headText({ city: '1405', size: 7, root, at: '2026-11-26T08:00:00.000Z', hash: 'SM3' });
        expect(text).toBe(`jiayuan/1405\n7\n${Buffer.from(root).toString('base64')}\n2026-11-26T08:00:00.000Z\nSM3\n`);
      }),
    );
    expect(originOf('1405')).toBe('jiayuan/1405');
  });
});
