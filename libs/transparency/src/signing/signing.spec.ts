import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ED25519 } from './ed25519.js';
import type { Signing } from './signing.js';
import { SM2 } from './sm2.js';
import { SUITES } from './suites.js';

// Vectors that implementations share; they lie beside the project where it is developed.
const FOLDER = path.resolve('../shared/data/vectors');

function vectorsOf<T>(file: string): T | null {
  const full = path.join(FOLDER, file);
  return existsSync(full) ? (JSON.parse(readFileSync(full, 'utf8')) as T) : null;
}

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** The example of GB/T 32918.5 (annex A): key, message and the two numbers of the signature. */
const STANDARD = {
  privateKey: '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8',
  point:
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
    'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  message: Buffer.from('message digest'),
  r: 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3',
  s: 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
};

function withBit(bytes: Uint8Array, at: number): Buffer {
  return Buffer.from(bytes.map((byte, index) => (index === at >> 3 ? byte ^ (1 << (at & 7)) : byte)));
}

describe.each<[string, Signing]>([
  ['Ed25519', ED25519],
  ['SM2', SM2],
])('%s', (_, signing) => {
  const privateKey = signing.newPrivateKey();
  const publicKey = signing.publicKeyOf(privateKey);
  const message = Buffer.from('jiayuan/1405\n7\n家园\n');
  const signature = signing.sign(privateKey, message);

  it('verifies what it signed, by a public key in the common form', () => {
    expect(publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----\n([\w+/=]{1,64}\n)+-----END PUBLIC KEY-----\n$/);
    expect(signing.verify(publicKey, message, signature)).toBe(true);
    expect(signing.newPrivateKey()).not.toBe(privateKey);
  });

  it('refuses another message, another key, and a signature with any bit changed', () => {
    const other = signing.publicKeyOf(signing.newPrivateKey());
    expect(signing.verify(other, message, signature)).toBe(false);
    for (const at of [0, 30, message.length * 8 - 1]) {
      expect(signing.verify(publicKey, withBit(message, at), signature)).toBe(false);
    }
    for (let at = 0; at < signature.length * 8; at += 11) {
      expect(signing.verify(publicKey, message, withBit(signature, at))).toBe(false);
    }
    for (const length of [0, 1, signature.length - 1]) {
      expect(signing.verify(publicKey, message, signature.subarray(0, length))).toBe(false);
    }
  });
});

describe('Ed25519 on shared vectors', () => {
  interface Wycheproof {
    readonly testGroups: readonly {
      readonly publicKeyPem: string;
      readonly tests: readonly { tcId: number; msg: string; sig: string; result: string }[];
    }[];
  }

  it('is the first example of RFC 8032 §7.1', () => {
    const point = hex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a').toString('base64url');
    const publicKey = `-----BEGIN PUBLIC KEY-----\n${Buffer.concat([
      hex('302a300506032b6570032100'),
      Buffer.from(point, 'base64url'),
    ]).toString('base64')}\n-----END PUBLIC KEY-----\n`;
    const signature = hex(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
    expect(ED25519.verify(publicKey, Buffer.alloc(0), signature)).toBe(true);
  });

  it('judges those of Wycheproof rightly, where the folder is there', () => {
    const groups = vectorsOf<Wycheproof>('wycheproof_ed25519_test.json')?.testGroups ?? [];
    const tests = groups.flatMap(({ publicKeyPem, tests: some }) => some.map((test) => ({ ...test, publicKeyPem })));
    if (existsSync(FOLDER)) expect(tests.length).toBeGreaterThan(100);
    const wrong = tests.filter(
      ({ publicKeyPem, msg, sig, result }) => ED25519.verify(publicKeyPem, hex(msg), hex(sig)) !== (result === 'valid'),
    );
    expect(wrong.map(({ tcId }) => tcId)).toEqual([]);
  });
});

describe('SM2 and SM3 on the examples of the standards', () => {
  const publicKey = SM2.publicKeyOf(STANDARD.privateKey);

  it('has the public key of GB/T 32918.5 for its private key, and takes its signature', () => {
    const der = Buffer.from(publicKey.replace(/-----.*-----/g, ''), 'base64');
    expect(der.subarray(-65).toString('hex')).toBe(STANDARD.point);
    expect(SM2.verify(publicKey, STANDARD.message, hex(STANDARD.r + STANDARD.s))).toBe(true);
  });

  it('refuses any bit of the message, of r and of s changed', () => {
    for (let at = 0; at < 256; at += 37) {
      const [r, s] = [withBit(hex(STANDARD.r), at).toString('hex'), withBit(hex(STANDARD.s), at).toString('hex')];
      expect(SM2.verify(publicKey, STANDARD.message, hex(r + STANDARD.s))).toBe(false);
      expect(SM2.verify(publicKey, STANDARD.message, hex(STANDARD.r + s))).toBe(false);
      const message = withBit(STANDARD.message, at % 112);
      expect(SM2.verify(publicKey, message, hex(STANDARD.r + STANDARD.s))).toBe(false);
    }
  });

  it('agrees with the shared file, where it is there', () => {
    interface Shared {
      readonly sm3: readonly { message_ascii: string; digest: string }[];
      readonly sm2: { public_key_uncompressed: string; message_ascii: string; r: string; s: string };
    }
    const shared = vectorsOf<Shared>('sm2_sm3_sm4.json');
    const sm2 = shared?.sm2 ?? {
      public_key_uncompressed: STANDARD.point,
      message_ascii: 'message digest',
      ...STANDARD,
    };
    expect(sm2.public_key_uncompressed).toBe(STANDARD.point);
    expect(SM2.verify(publicKey, Buffer.from(sm2.message_ascii), hex(sm2.r + sm2.s))).toBe(true);
    const abc = '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0';
    for (const { message_ascii: text, digest } of [...(shared?.sm3 ?? []), { message_ascii: 'abc', digest: abc }]) {
      expect(Buffer.from(SUITES['sm3-sm2'].hash(Buffer.from(text))).toString('hex')).toBe(digest);
    }
  });
});
