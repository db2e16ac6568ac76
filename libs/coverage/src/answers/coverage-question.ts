import { DomainError, isDay, type Day } from '#libs/kernel';
import { isInstant, refuseField } from '#libs/platform';
import { BASES, type Basis } from '../domain/state.js';

/** What somebody asks: an area (or the widest the caller may see), both clocks, and the basis to count on. */
export interface CoverageQuestion {
  readonly area: string | null;
  readonly asOf: Day | null;
  readonly knownAt: Date | null;
  readonly basis: Basis;
}

interface Asked {
  readonly area?: string | undefined;
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly basis?: string | undefined;
}

/**
 * Reads a question as it comes from a query string or a command line.
 * @throws DomainError `request.invalid` naming the field
 */
export function coverageQuestion(asked: Asked): CoverageQuestion {
  const { area, asOf, knownAt, basis } = asked;
  if (asOf !== undefined && !isDay(asOf)) throw refuseField('asOf', 'isDay');
  if (knownAt !== undefined && !isInstant(knownAt)) throw refuseField('knownAt', 'isInstant');
  if (basis !== undefined && !(BASES as readonly string[]).includes(basis)) throw refuseField('basis', 'isIn', BASES);
  return {
    area: area ?? null,
    asOf: asOf ?? null,
    knownAt: knownAt === undefined ? null : new Date(knownAt),
    basis: (basis as Basis | undefined) ?? 'strict',
  };
}

/** Refuses a moment of knowing that has not come yet. @throws DomainError `coverage.known-at-in-future` */
export function refuseFuture(knownAt: Date | null, now: Date): void {
  if (knownAt === null || knownAt <= now) return;
  throw new DomainError('coverage.known-at-in-future', {
    knownAt: knownAt.toISOString(),
    fields: [{ field: 'knownAt', zh: '不能晚于现在', en: 'must not be after now' }],
  });
}
