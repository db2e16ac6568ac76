import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { BoundedMap, Clock } from '#libs/platform';
import type { Claims } from '../domain/claims.js';

/** Life of an access token in seconds: short, for it is renewed by a refresh token that changes at every use. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

/** The tokens remembered at most; beyond that the oldest is simply verified again. */
const REMEMBERED = 10_000;

/**
 * Makes access tokens, and remembers those whose signature was verified, so that the next request does not pay for it
 * again. What is remembered is only the claims: expiry, session and grants are judged on every request.
 */
@Injectable()
export class AccessTokens {
  private readonly verified = new BoundedMap<string, Claims>(REMEMBERED);

  constructor(
    private readonly jwt: JwtService,
    private readonly clock: Clock,
  ) {}

  sign(subject: Omit<Claims, 'exp'>): string {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    return this.jwt.sign({ ...subject, iat: now, exp: now + ACCESS_TOKEN_SECONDS });
  }

  /** The claims of a token seen before, or undefined when it must be verified. */
  known(token: string): Claims | undefined {
    const claims = this.verified.get(token);
    if (claims && this.isOver(claims)) this.verified.delete(token);
    return claims;
  }

  remember(token: string, claims: Claims): void {
    this.verified.set(token, claims);
  }

  isOver(claims: Claims): boolean {
    return claims.exp * 1000 <= this.clock.now().getTime();
  }
}
