import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { DomainError } from '#libs/kernel';
import { CONFIG, type Config } from '#libs/platform';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { readClaims } from '../domain/claims.js';
import { AccessTokens } from './access-tokens.js';
import { Callers, type Caller } from './callers.js';

/** The little that is read of a request here. */
export interface RequestWithToken {
  readonly headers: { readonly authorization?: string };
}

/** The bearer token of a request, or null. */
export const bearerToken = ExtractJwt.fromAuthHeaderAsBearerToken() as (request: RequestWithToken) => string | null;

/** Verifies access tokens by passport-jwt: HS256 and nothing else, so that no token chooses its own algorithm. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    @Inject(CONFIG) config: Config,
    private readonly tokens: AccessTokens,
    private readonly callers: Callers,
  ) {
    super({
      jwtFromRequest: bearerToken,
      secretOrKey: config.jwtSecret,
      algorithms: ['HS256'],
      // Expiry is judged by the product's own clock, on every request: `Callers.of` does it for remembered tokens too.
      ignoreExpiration: true,
      passReqToCallback: true,
    });
  }

  async validate(request: RequestWithToken, payload: unknown): Promise<Caller> {
    const claims = readClaims(payload);
    const token = bearerToken(request);
    if (!claims || !token) throw new DomainError('request.unauthenticated');
    const caller = await this.callers.of(claims);
    this.tokens.remember(token, claims);
    return caller;
  }
}
