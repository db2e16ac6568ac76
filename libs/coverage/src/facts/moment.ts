import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';

/** The two clocks of a question: what was true on `asOf`, of what had been recorded by `knownAt` (null: by now). */
export interface Moment {
  readonly asOf: Day;
  readonly knownAt: Date | null;
}

/** Where a pass reads: one city, at one moment of both clocks. */
export interface Source {
  readonly manager: EntityManager;
  readonly cityId: number;
  readonly moment: Moment;
}

/** The condition that a row of record time was known; `parameter` is the place of `knownAt` among the parameters. */
export function knownRows(alias: string, moment: Moment, parameter: string): string {
  if (moment.knownAt === null) return `${alias}.superseded_at IS NULL`;
  const superseded = `${alias}.superseded_at`;
  return `${alias}.recorded_at <= ${parameter} AND (${superseded} IS NULL OR ${superseded} > ${parameter})`;
}

/** `knownAt` as a parameter, or nothing when everything recorded counts. */
export function knownParameter(moment: Moment): Date[] {
  return moment.knownAt === null ? [] : [moment.knownAt];
}
