import { sm2 } from 'sm-crypto-v2';
import type { Signing } from './signing.js';

/** What stands before the point in every SubjectPublicKeyInfo of the curve: id-ecPublicKey with 1.2.156.10197.1.301. */
const SPKI_OF_SM2 = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');

/**
 * SM3 over Z and the message, with the usual user id 1234567812345678 (GM/T 0009). The signature is r and s, 32 bytes
 * each, and not DER, of which the library would take many writings for one signature.
 */
const FORM = { hash: true } as const;
const LENGTH = 64;

function pemOf(point: string): string {
  const base64 = Buffer.concat([SPKI_OF_SM2, Buffer.from(point, 'hex')]).toString('base64');
  return `-----BEGIN PUBLIC KEY-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END PUBLIC KEY-----\n`;
}

function pointOf(pem: string): string {
  const der = Buffer.from(pem.replace(/-----.*-----/g, ''), 'base64');
  return der.subarray(SPKI_OF_SM2.length).toString('hex');
}

/** SM2 with SM3 (GB/T 32918.2): private keys as 64 hexadecimal digits, for `node:crypto` knows none of this curve. */
export const SM2: Signing = {
  algorithm: 'SM2-SM3',
  newPrivateKey: () => `${sm2.generateKeyPairHex().privateKey}\n`,
  publicKeyOf: (privateKey) => pemOf(sm2.getPublicKeyFromPrivateKey(privateKey.trim())),
  sign: (privateKey, message) => Buffer.from(sm2.doSignature(message, privateKey.trim(), FORM), 'hex'),
  verify: (publicKey, message, signature) => {
    if (signature.length !== LENGTH) return false;
    try {
      return sm2.doVerifySignature(message, Buffer.from(signature).toString('hex'), pointOf(publicKey), FORM);
    } catch {
      return false;
    }
  },
};
