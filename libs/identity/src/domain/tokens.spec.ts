import { describe, expect, it } from '@jest/globals';
import { readClaims } from './claims.js';
import { readRefreshToken, writeRefreshToken } from './refresh-token.js';

const ID = '01935a6e-7c00-7000-8000-00000000abcd';

describe('claims', () => {
  it('reads what we sign and drops the rest', () => {
    expect(readClaims({ sub: ID, city: 3, sid: ID, exp: 100, iat: 1 })).toEqual({
      sub: ID,
      city: 3,
      sid: ID,
      exp: 100,
    });
  });

  it.each([
    [null],
    ['text'],
    [{ sub: ID, city: '3', sid: ID, exp: 100 }],
    [{ sub: ID, city: 3.5, sid: ID, exp: 100 }],
    [{ sub: "x' OR 1=1", city: 3, sid: ID, exp: 100 }],
    [{ sub: ID, city: 3, exp: 100 }],
    [{ sub: ID, city: 3, sid: ID }],
  ])('refuses %j', (payload) => expect(readClaims(payload)).toBeNull());
});

describe('refresh token', () => {
  it('is read as it was written', () => {
    const token = { cityId: 32767, sessionId: ID, secret: 'abc_-9' };
    expect(readRefreshToken(writeRefreshToken(token))).toEqual(token);
  });

  it.each(['', 'abc', `0.${ID}.s`, `32768.${ID}.s`, `1.${ID}.`, `1.${ID}.s.t`, `1.x.s`, `1;.${ID}.s`])(
    'is not found in %j',
    (text) => expect(readRefreshToken(text)).toBeNull(),
  );
});
