import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** The device at the other end, in its own words, and the address from which it reaches us. */
export interface Device {
  readonly userAgent: string;
  readonly address: string;
}

/** The most that is kept of what a browser says of itself. */
const LONGEST = 400;

interface Visit {
  readonly headers: { readonly 'user-agent'?: string };
  readonly ip?: string;
}

/** Injects the device of the request; a session remembers it, so that its owner knows it again. */
export const CurrentDevice = createParamDecorator((_: unknown, context: ExecutionContext): Device => {
  const { headers, ip } = context.switchToHttp().getRequest<Visit>();
  return { userAgent: (headers['user-agent'] ?? '').slice(0, LONGEST), address: ip ?? '' };
});
