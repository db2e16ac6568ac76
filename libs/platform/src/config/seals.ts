import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Locks small secrets with keys of this installation, so that a copy of the database alone opens none of them. Each
 * purpose has a key of its own (HKDF, RFC 5869), and a sealed text opens only for what it was sealed about.
 */
@Injectable()
export class Seals {
  private readonly keys = new Map<string, Buffer>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Encrypts and authenticates a text (AES-256-GCM). */
  seal(purpose: string, about: string, text: string): string {
    return this.sealBytes(purpose, about, Buffer.from(text, 'utf8')).toString('base64url');
  }

  /** The same for the bytes of a file. */
  sealBytes(purpose: string, about: string, bytes: Buffer): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key(purpose), iv).setAAD(Buffer.from(about));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  }

  /** The text of a seal, or null when it was sealed elsewhere, about something else, or was touched. */
  open(purpose: string, about: string, sealed: string): string | null {
    return this.openBytes(purpose, about, Buffer.from(sealed, 'base64url'))?.toString('utf8') ?? null;
  }

  openBytes(purpose: string, about: string, bytes: Buffer): Buffer | null {
    if (bytes.length < IV_BYTES + TAG_BYTES) return null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key(purpose), bytes.subarray(0, IV_BYTES));
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    } catch {
      return null;
    }
  }

  /** A keyed hash (HMAC-SHA-256): the same for the same text, and of no use for guessing without the key. */
  fingerprint(purpose: string, text: string): string {
    return createHmac('sha256', this.key(purpose)).update(text).digest('hex');
  }

  private key(purpose: string): Buffer {
    const known = this.keys.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', this.config.jwtSecret, 'jiayuan', purpose, 32));
    this.keys.set(purpose, key);
    return key;
  }
}
