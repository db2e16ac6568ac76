import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { DomainError } from '#libs/kernel';
import { ALLOW_KEY, PUBLIC_KEY } from '#libs/platform';
import { mayDo } from '#libs/registry';
import { AccessTokens } from './access-tokens.js';
import { Callers, type Caller } from './callers.js';
import { bearerToken } from './jwt.strategy.js';

/** The permission of routes about the signed-in person alone: everybody has it, even before a forced new password. */
export const SELF = 'self';

type AccessRequest = Parameters<typeof bearerToken>[0] & { user?: Caller };

/**
 * Stands before every handler: who calls, and may they do this at all. Where they may do it is answered by the policy
 * of each context. A handler that says neither @Allow nor @Public is refused (and stops the start, see RouteCheck).
 */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    private readonly callers: Callers,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    if (this.reflector.get<boolean | undefined>(PUBLIC_KEY, handler)) return true;
    const permission = this.reflector.get<string | undefined>(ALLOW_KEY, handler);
    if (!permission) throw new Error(`${context.getClass().name}.${handler.name} has neither @Allow nor @Public`);
    const caller = await this.caller(context);
    if (permission === SELF) return true;
    if (caller.mustChangePassword) throw new DomainError('session.password-change-required');
    if (!mayDo(caller.principal, permission)) throw new DomainError('request.forbidden', { permission });
    return true;
  }

  /** Called by passport with its findings; a refusal of ours passes, any fault of a token is the same 401. */
  override handleRequest<T>(error: unknown, caller: T | false): T {
    if (error) throw error;
    if (!caller) throw new DomainError('request.unauthenticated');
    return caller;
  }

  private async caller(context: ExecutionContext): Promise<Caller> {
    const request = context.switchToHttp().getRequest<AccessRequest>();
    const token = bearerToken(request);
    const claims = token === null ? undefined : this.tokens.known(token);
    if (claims) request.user = await this.callers.of(claims);
    else await super.canActivate(context);
    return request.user as Caller;
  }
}
