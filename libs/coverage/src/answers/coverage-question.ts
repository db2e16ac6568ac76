import { DomainError, isDay, type Day } from '#libs/kernel';
import { invalidFields, isInstant } from '#libs/platform';
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
  if (asOf !== undefined && !isDay(asOf)) {
    throw invalidFields([{ field: 'asOf', message: '不是有效日期，应为 2026-11-23 这样的年-月-日' }]);
  }
  if (knownAt !== undefined && !isInstant(knownAt)) {
    throw invalidFields([
      { field: 'knownAt', message: '不是有效时刻，应为 2026-11-23T08:00:00+08:00 这样带时区的时间' },
    ]);
  }
  if (basis !== undefined && !(BASES as readonly string[]).includes(basis)) {
    throw invalidFields([{ field: 'basis', message: '应为 strict、broad 或 claimed' }]);
  }
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
  const message = '不能晚于现在';
  throw new DomainError('coverage.known-at-in-future', {
    knownAt: knownAt.toISOString(),
    fields: [{ field: 'knownAt', message }],
  });
}
