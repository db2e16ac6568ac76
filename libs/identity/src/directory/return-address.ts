import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** The page to which the directory sends the browser back; the directory knows it too, and accepts no other. */
export const RETURN_PAGE = '/sign-in/directory';

/** Injects the address of that page as the visitor's browser sees it. */
export const ReturnAddress = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { protocol, host } = context.switchToHttp().getRequest<{ protocol: string; host: string }>();
  return `${protocol}://${host}${RETURN_PAGE}`;
});
