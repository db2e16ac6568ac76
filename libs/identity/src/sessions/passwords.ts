import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { normalPassword } from '../domain/password-policy.js';

/** argon2id with 19 MiB, 2 passes, 1 lane (RFC 9106; the smallest setting that OWASP recommends). */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Computations at once; each holds 19 MiB, a core, and at sign-in a database connection. */
const AT_ONCE = 4;

/** The hash of a password that was thrown away: an unknown login is compared with it, so that it takes as long. */
const OF_NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$wUsxgbzwCA3o+gqFVl5/mw$PNlSEZ+GFcZDRjzNPFqiGxFlkXv/MW9/EhVUmwSy4WQ';

/** Signs that cannot be mistaken for one another on a printed slip. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Hashing and checking of passwords, a few at a time, so that a flood of sign-ins leaves cores to all the rest. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  async hash(password: string): Promise<string> {
    return this.inTurn(() => hash(normalPassword(password), ARGON2ID));
  }

  /**
   * Whether the password belongs to the hash; null stands for a login that nobody has, and takes as long;
   * so does the empty hash of an owner, who has no password.
   */
  async verify(passwordHash: string | null, password: string): Promise<boolean> {
    const fits = await verify(passwordHash || OF_NOBODY, normalPassword(password));
    return fits && Boolean(passwordHash);
  }

  /** A first password to be read out or printed: three groups of four signs, some 59 bits. */
  initialPassword(): string {
    const group = (): string => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
    return `${group()}-${group()}-${group()}`;
  }

  /** Runs `work` when fewer than four others run; taken before a transaction is opened, never inside one. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
