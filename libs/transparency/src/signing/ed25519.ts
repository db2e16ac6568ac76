import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { Signing } from './signing.js';

/** Ed25519 (RFC 8032): private keys as PKCS #8, signatures of 64 bytes. */
export const ED25519: Signing = {
  algorithm: 'Ed25519',
  newPrivateKey: () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  publicKeyOf: (privateKey) => createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }) as string,
  sign: (privateKey, message) => sign(null, message, privateKey),
  verify: (publicKey, message, signature) => verify(null, message, publicKey, signature),
};
