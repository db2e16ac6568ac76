import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import type { CityStamp } from '../database/database.js';

export const ALLOW_KEY = 'jiayuan:allow';
export const PUBLIC_KEY = 'jiayuan:public';
export const STEP_UP_KEY = 'jiayuan:step-up';

/** The permission a caller needs for this handler; the row-level answer is in the context's policy. */
export const Allow = (permission: string): MethodDecorator => SetMetadata(ALLOW_KEY, permission);

/** The caller must have proven who they are minutes ago: for what must not be done by a session left open. */
export const StepUp = (kind: StepUpKind = 'own-secret'): MethodDecorator => SetMetadata(STEP_UP_KEY, kind);

/** `or-code`: of an owner, who has no password, the code by which they came in counts while it is as fresh. */
export type StepUpKind = 'own-secret' | 'or-code';

/** A handler that works without sign-in; it finds its city in the path or the number itself. */
export const Public = (): MethodDecorator => SetMetadata(PUBLIC_KEY, true);

/** What the guard leaves on a request once it knows the caller. */
export interface SignedIn {
  readonly principal: Principal;
  readonly stamp: CityStamp;
  readonly sessionId: string;
}

/** Injects the caller; the guard has put it there before any handler runs. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  return context.switchToHttp().getRequest<{ user: SignedIn }>().user.principal;
});

/** Injects caller, city counters and session together, for the few handlers that need more than the caller. */
export const CurrentSignIn = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  return context.switchToHttp().getRequest<{ user: SignedIn }>().user;
});
