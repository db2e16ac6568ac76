import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DomainError, languageOf } from '#libs/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from './problem.js';

/** The largest upload and the largest body of another kind, as people are told; the application sets the same. */
export const LARGEST_UPLOAD = { bytes: 50 * 1024 * 1024, text: '50 MB' } as const;
export const LARGEST_BODY = { bytes: 1024 * 1024, text: '1 MB' } as const;

const tooLarge = (limit: string) => (): DomainError => new DomainError('request.too-large', { limit });

/** What a refusal of the framework means: by its own code, and by its status where Nest keeps nothing else. */
const OF_FRAMEWORK: Readonly<Record<string, () => DomainError>> = {
  401: () => new DomainError('request.unauthenticated'),
  403: () => new DomainError('request.forbidden', { permission: '-' }),
  404: () => new DomainError('request.route-unknown'),
  413: tooLarge(LARGEST_BODY.text),
  414: () => new DomainError('request.id-malformed'),
  415: () => new DomainError('request.media-type'),
  FST_REQ_FILE_TOO_LARGE: tooLarge(LARGEST_UPLOAD.text),
};

interface Thrown {
  readonly code?: string;
  readonly statusCode?: number;
  readonly message?: string;
}

function ofFramework({ code = '', statusCode = 500, message = '' }: Thrown): DomainError | null {
  const known = OF_FRAMEWORK[code] ?? OF_FRAMEWORK[statusCode];
  if (known) return known();
  if (/uuid is expected/.test(message)) return new DomainError('request.id-malformed');
  return statusCode < 500 ? new DomainError('request.malformed', { reason: message }) : null;
}

function asDomainError(thrown: unknown): unknown {
  if (thrown instanceof DomainError) return thrown;
  const framework =
    thrown instanceof HttpException
      ? { statusCode: thrown.getStatus(), message: thrown.message }
      : ((thrown ?? {}) as Thrown);
  return ofFramework(framework) ?? thrown;
}

/** Answers with the problem document; also what the router refuses before any filter stands in the way. */
export function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(asDomainError(thrown), languageOf(request.headers['accept-language']), request.id);
  if (problem.status >= 500) {
    new Logger('http').error(`${request.id} ${request.method} ${request.url}`, (thrown as Error).stack);
  }
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
}

/** The one place where a refusal becomes HTTP (house rule: one filter, one form). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}
