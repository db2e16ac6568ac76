import { describe, expect, it } from '@jest/globals';
import type { Config } from './config.js';
import { readConfig } from './config.js';
import { Seals } from './seals.js';

const ENV = { DATABASE_URL: 'postgres://user:word@localhost/base', JWT_SECRET: 'one installation'.padEnd(40, 'x') };
const config = (more: Readonly<Record<string, string>> = {}): Config => readConfig({ ...ENV, ...more });
const seals = new Seals(config());

describe('seals', () => {
  it('give back what was sealed, and never look the same twice', () => {
    const [first, second] = [seals.seal('key', '1.a', '秘密'), seals.seal('key', '1.a', '秘密')];
    expect(first).not.toBe(second);
    expect([first, second].map((each) => seals.open('key', '1.a', each))).toEqual(['秘密', '秘密']);
    expect(Buffer.from(first, 'base64url').includes(Buffer.from('秘密'))).toBe(false);
  });

  it('open for no other purpose, subject or installation, and not after a touch', () => {
    const sealed = seals.seal('key', '1.a', '秘密');
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) ^ 1;
    expect(seals.open('ticket', '1.a', sealed)).toBeNull();
    expect(seals.open('key', '1.b', sealed)).toBeNull();
    expect(seals.open('key', '1.a', bytes.toString('base64url'))).toBeNull();
    expect(seals.open('key', '1.a', '')).toBeNull();
    const elsewhere = new Seals(config({ JWT_SECRET: 'another installation'.padEnd(40, 'x') }));
    expect(elsewhere.open('key', '1.a', sealed)).toBeNull();
    expect(elsewhere.fingerprint('code', 'abc')).not.toBe(seals.fingerprint('code', 'abc'));
  });
});

describe('the directory of a city', () => {
  const OIDC = { OIDC_ISSUER: 'https://id.example.gov.cn', OIDC_CLIENT_ID: 'jiayuan', OIDC_CLIENT_SECRET: 'word' };

  it('is configured as a whole or not at all', () => {
    expect(config().oidc).toBeNull();
    expect(config(OIDC).oidc).toEqual({ issuer: OIDC.OIDC_ISSUER, clientId: 'jiayuan', clientSecret: 'word' });
    for (const name of Object.keys(OIDC)) {
      expect(() => config({ ...OIDC, [name]: '' })).toThrow(expect.objectContaining({ code: 'config.invalid' }));
    }
  });

  it.each([
    ['http://id.example.gov.cn', false],
    ['ftp://id.example.gov.cn', false],
    ['id.example.gov.cn', false],
    ['http://127.0.0.1:4000', true],
  ])('%s is believed: %s', (issuer, expected) => {
    const read = (): unknown => config({ ...OIDC, OIDC_ISSUER: issuer }).oidc;
    if (expected) expect(read()).toMatchObject({ issuer });
    else expect(read).toThrow(expect.objectContaining({ code: 'config.invalid' }));
  });
});
