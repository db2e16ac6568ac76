import { DomainError, problemDocument, type FieldProblem, type Language, type Problem } from '#libs/kernel';
import { translateDatabaseError } from '../database/database-error.js';
import { errorDefinition } from './error-registry.js';

/** Turns any thrown value into the document that a caller may see; unknown faults tell nothing but the request id. */
export function problemOf(thrown: unknown, language: Language, requestId?: string): Problem {
  const meant = translateDatabaseError(thrown);
  const declared = meant instanceof DomainError && errorDefinition(meant.code) ? meant : null;
  const refusal = declared ?? new DomainError('internal.unexpected', { requestId: requestId ?? '-' });
  const document = problemDocument(refusal, errorDefinition(refusal.code), language);
  return requestId ? { ...document, requestId } : document;
}

/** A request refused for the form of its fields; the filter lists them in `errors`. */
export function invalidFields(fields: readonly FieldProblem[]): DomainError {
  return new DomainError('request.invalid', { summary: '', fields });
}
