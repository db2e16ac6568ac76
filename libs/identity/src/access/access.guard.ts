import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '#libs/kernel';
import { ALLOW_KEY, PUBLIC_KEY, STEP_UP_KEY, type StepUpKind } from '#libs/platform';
import { mayDo } from '#libs/registry';
import passport from 'passport';
import { Proofs } from '../sessions/proofs.service.js';
import { AccessTokens } from './access-tokens.js';
import { Callers, type Caller } from './callers.js';
import { actingFor } from './stand-ins.js';
import { bearerToken, JwtStrategy, type RequestWithToken } from './jwt.strategy.js';

/** The permission of routes about the signed-in person alone: everybody has it, even before a forced new password. */
export const SELF = 'self';

type AccessRequest = RequestWithToken & { user?: Caller };

/** What is used of passport, which brings no types: a handler in the manner of Express. */
interface Passport {
  authenticate(
    strategy: JwtStrategy,
    options: { readonly session: false },
    done: (error: Error | null, caller?: Caller | false) => void,
  ): (request: AccessRequest, response: object, next: (error: Error) => void) => void;
}

/**
 * Stands before every handler: who calls, and may they do this at all. Where they may do it is answered by the policy
 * of each context. A handler that says neither @Allow nor @Public is refused (and stops the start, see RouteCheck).
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    private readonly callers: Callers,
    private readonly strategy: JwtStrategy,
    private readonly proofs: Proofs,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    if (this.reflector.get<boolean | undefined>(PUBLIC_KEY, handler)) return true;
    const permission = this.reflector.get<string | undefined>(ALLOW_KEY, handler);
    if (!permission) throw new Error(`${context.getClass().name}.${handler.name} has neither @Allow nor @Public`);
    const request = context.switchToHttp().getRequest<AccessRequest>();
    const caller = await this.caller(request);
    request.user = permission === SELF ? caller : this.allowed(caller, permission);
    const stepUp = this.reflector.get<StepUpKind | undefined>(STEP_UP_KEY, handler);
    if (stepUp) await this.proofs.requireFresh(caller, stepUp);
    return true;
  }

  private allowed(caller: Caller, permission: string): Caller {
    if (caller.mustChangePassword) throw new DomainError('session.password-change-required');
    if (caller.mustEnrolSecondFactor) throw new DomainError('session.second-factor-required');
    if (!mayDo(caller.principal, permission)) throw new DomainError('request.forbidden', { permission });
    return { ...caller, principal: actingFor(caller.principal, permission) };
  }

  private async caller(request: AccessRequest): Promise<Caller> {
    const token = bearerToken(request);
    const claims = token === null ? undefined : this.tokens.known(token);
    return claims ? this.callers.of(claims) : this.authenticate(request);
  }

  /**
   * Runs passport with this application's own strategy, not by its name: names are one per process, and a second
   * application in it (as in tests) would answer for the first. Passport writes the outcome's callbacks into the object
   * it is given, so each request gets a copy: with a shared one, two callers at once would be taken for each other.
   */
  private authenticate(request: AccessRequest): Promise<Caller> {
    return new Promise((resolve, reject) => {
      const done = (error: Error | null, caller?: Caller | false): void => {
        if (error) reject(error);
        else if (!caller) reject(new DomainError('request.unauthenticated'));
        else resolve(caller);
      };
      const strategy = Object.create(this.strategy) as JwtStrategy;
      (passport as Passport).authenticate(strategy, { session: false }, done)(request, {}, reject);
    });
  }
}
