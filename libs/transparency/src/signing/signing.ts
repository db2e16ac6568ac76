/** One way of signing heads. Keys and signatures are in the forms that other tools read. */
export interface Signing {
  readonly algorithm: 'Ed25519' | 'SM2-SM3';
  /** A new private key as the text of its file. */
  newPrivateKey(): string;
  /** The public key as PEM (SubjectPublicKeyInfo). */
  publicKeyOf(privateKey: string): string;
  sign(privateKey: string, message: Uint8Array): Buffer;
  /** Whether the signature is of this message by this key; whatever is malformed is not. */
  verify(publicKey: string, message: Uint8Array, signature: Uint8Array): boolean;
}
