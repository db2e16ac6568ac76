import type { Day } from '#libs/kernel';

/** The two clocks of a question: what was true on `asOf`, of what had been recorded by `knownAt` (null: by now). */
export interface Moment {
  readonly asOf: Day;
  readonly knownAt: Date | null;
}

/** The condition that a row of record time was known; `parameter` is the place of `knownAt` among the parameters. */
export function knownRows(alias: string, moment: Moment, parameter: string): string {
  if (moment.knownAt === null) return `${alias}.superseded_at IS NULL`;
  const stillStood = `(${alias}.superseded_at IS NULL OR ${alias}.superseded_at > ${parameter})`;
  return `${alias}.recorded_at <= ${parameter} AND ${stillStood}`;
}

/** `knownAt` as a parameter, or nothing when everything recorded counts. */
export function knownParameter(moment: Moment): Date[] {
  return moment.knownAt === null ? [] : [moment.knownAt];
}
