import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { translateDatabaseError } from '../database/database-error.js';
import { problemOf, type Language } from './problem.js';

/** The language of an answer: Chinese unless the caller asks for English first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh';
}

function asDomainError(thrown: unknown): unknown {
  if (thrown instanceof DomainError) return thrown;
  if (thrown instanceof HttpException) {
    const status = thrown.getStatus();
    if (status === 404) return new DomainError('request.not-found', { what: '该地址' });
    if (status === 401) return new DomainError('request.unauthenticated');
    if (status === 403) return new DomainError('request.forbidden', { permission: '-' });
    if (status === 413) return new DomainError('request.too-large', { limit: '50 MB' });
    if (status < 500) return new DomainError('request.invalid', { summary: thrown.message });
    return thrown;
  }
  const code = (thrown as { code?: string }).code ?? '';
  if (code === 'FST_REQ_FILE_TOO_LARGE' || code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new DomainError('request.too-large', { limit: '50 MB' });
  }
  if (code.startsWith('FST_ERR_CTP')) return new DomainError('request.invalid', { summary: (thrown as Error).message });
  return translateDatabaseError(thrown);
}

/** The one place where a refusal becomes HTTP (house rule: one filter, one form). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(asDomainError(thrown), languageOf(request.headers['accept-language']), request.id);
    if (problem.status >= 500) this.logger.error(`${request.id} ${request.method} ${request.url}`, (thrown as Error).stack);
    void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
  }
}
