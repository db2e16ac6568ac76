import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { base64Of, bytesOfBase64 } from './base64.js';
import { sha256 } from './sha-256.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('SHA-256 in plain code', () => {
  it('has the digests of FIPS 180-4', () => {
    const utf8 = new TextEncoder();
    expect(hex(sha256())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hex(sha256(utf8.encode('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    const long = utf8.encode('a'.repeat(1_000_000));
    expect(hex(sha256(long))).toBe('cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
  });

  it('agrees with the one of the server, at every length around its blocks and in any parts', () => {
    for (let length = 0; length <= 200; length += 1) {
      const bytes = Buffer.alloc(length, length);
      expect(hex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 100 }), { maxLength: 5 }), (parts) => {
        expect(hex(sha256(...parts))).toBe(createHash('sha256').update(Buffer.concat(parts)).digest('hex'));
      }),
    );
  });
});

describe('base64', () => {
  it('is that of the server, and leads back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(bytesOfBase64(base64Of(bytes))).toEqual(bytes);
      }),
    );
  });

  it('is read in one form only', () => {
    for (const text of ['A', 'AB', 'AAB=', 'AA==\n', ' AA==', '____', 'A'.repeat(3), '叶']) {
      expect([text, bytesOfBase64(text)]).toEqual([text, null]);
    }
  });
});
