import { bytesOfBase64, bytesOfHex, type Hash } from '#libs/tally';
import { ed25519 } from '@noble/curves/ed25519';
import { sha256 } from '@noble/hashes/sha2';
import { sm2, sm3 } from 'sm-crypto-v2';

// Hashes and signatures of both suites in plain script: a browser's own are there only under https, and lack SM3.

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The hash that a log names, or undefined when it names another. */
export function hashNamed(name: string): Hash | undefined {
  if (name === 'SHA-256') return (...parts) => sha256(joined(parts));
  if (name === 'SM3') return (...parts) => bytesOfHex(sm3(joined(parts)));
  return undefined;
}

const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The name of a key: the hash of its text, so that nobody can pass another key off under it. */
export function keyIdOf(pem: string): string {
  return hexOf(sha256(new TextEncoder().encode(pem)));
}

/** The last bytes of a public key's PEM, which are the key itself. */
function keyIn(pem: string, length: number): Uint8Array | undefined {
  return bytesOfBase64(pem.replaceAll(/-----.*-----|\s/g, ''))?.slice(-length);
}

/** Whether a text was signed (base64) by a key (PEM); what is malformed was not. */
export function isSignedBy(
  { algorithm, publicKey }: { readonly algorithm: string; readonly publicKey: string },
  text: string,
  signature: string,
): boolean {
  const message = new TextEncoder().encode(text);
  const signed = bytesOfBase64(signature);
  const key = keyIn(publicKey, algorithm === 'Ed25519' ? 32 : 65);
  if (!signed || !key) return false;
  try {
    if (algorithm === 'Ed25519') return ed25519.verify(signed, message, key);
    return algorithm === 'SM2-SM3' && sm2.doVerifySignature(message, hexOf(signed), hexOf(key), { hash: true });
  } catch {
    return false;
  }
}
