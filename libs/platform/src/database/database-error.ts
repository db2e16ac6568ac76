import { DomainError } from '#libs/kernel';
import { QueryFailedError } from 'typeorm';
import { errorCodeOfConstraint } from '../http/error-registry.js';

interface DriverError {
  readonly code?: string;
  readonly constraint?: string;
}

function driverErrorOf(thrown: unknown): DriverError | null {
  if (thrown instanceof QueryFailedError) return thrown.driverError as DriverError;
  const code = (thrown as DriverError | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? (thrown as DriverError) : null;
}

/** Serialization failure or deadlock: the whole closure may be tried again. */
export function isRetryable(thrown: unknown): boolean {
  const code = driverErrorOf(thrown)?.code;
  return code === '40001' || code === '40P01';
}

/** A text that PostgreSQL cannot hold: the character U+0000, in a text or inside JSON. */
const UNUSABLE_TEXT = ['22021', '22P05'];

/** Translates a violated constraint by its name into the code of its context; anything else passes unchanged. */
export function translateDatabaseError(thrown: unknown): unknown {
  const driver = driverErrorOf(thrown);
  if (UNUSABLE_TEXT.includes(driver?.code ?? '')) return new DomainError('request.text-unusable');
  if (!driver || !['23505', '23503', '23514', '23P01'].includes(driver.code ?? '')) return thrown;
  const constraint = driver.constraint ?? '';
  return new DomainError(errorCodeOfConstraint(constraint) ?? 'request.conflict', { constraint });
}
