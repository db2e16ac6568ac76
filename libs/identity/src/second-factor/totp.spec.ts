import { describe, expect, it } from '@jest/globals';
import { Secret } from 'otpauth';
import { acceptedStep, codeAt, newKey, uriOf } from './totp.js';

/** The key of RFC 6238, appendix B, and its codes for SHA-1, of which we show the last six digits. */
const KEY = Secret.fromUTF8('12345678901234567890').base32;
const VECTORS: readonly (readonly [seconds: number, code: string])[] = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
];
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('codes of RFC 6238', () => {
  it.each(VECTORS)('at %d seconds end in those of %s', (seconds, code) => {
    expect(codeAt(KEY, at(seconds))).toBe(code.slice(2));
    expect(acceptedStep(KEY, code.slice(2), at(seconds), null)).toBe(Math.floor(seconds / 30));
  });

  it('are taken one step early and one step late, and no further', () => {
    const taken = [29, 30, 60, 89, 90, 119, 120].map((seconds) => acceptedStep(KEY, '287082', at(seconds), null));
    expect(taken).toEqual([1, 1, 1, 1, null, null, null]);
    expect(acceptedStep(KEY, codeAt(KEY, at(90)), at(59), null)).toBeNull();
  });

  it('are taken once, and none before the newest taken', () => {
    expect(acceptedStep(KEY, '287082', at(59), 1)).toBeNull();
    expect(acceptedStep(KEY, codeAt(KEY, at(29)), at(59), 1)).toBeNull();
    expect(acceptedStep(KEY, codeAt(KEY, at(60)), at(60), 1)).toBe(2);
  });

  it.each(['', '28708', '2870820', 'abcdef', '287 082x'])('are not found in %j', (code) => {
    expect(acceptedStep(KEY, code, at(59), null)).toBeNull();
  });
});

describe('a new key', () => {
  it('has 160 bits, is another each time, and says its name to the app', () => {
    const [first, second] = [newKey(), newKey()];
    expect(first).toMatch(/^[A-Z2-7]{32}$/);
    expect(second).not.toBe(first);
    const uri = new URL(uriOf(first, { issuer: '家园 晋城市', login: 'wang.fang' }));
    expect(uri.protocol).toBe('otpauth:');
    expect(decodeURIComponent(uri.pathname)).toContain('家园 晋城市:wang.fang');
    expect(uri.searchParams.get('secret')).toBe(first);
  });
});
