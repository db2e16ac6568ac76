/** 支取用途, by the account of the book that it is posted to. */
export const USES = ['5101', '5102', '5103'] as const;

/** 收入类别: nine kinds of what common parts earn, the rest at the end. */
export const KINDS = ['4111', '4112', '4113', '4114', '4115', '4116', '4117', '4118', '4101'] as const;

/** Months for which a contract lets at a time. */
export const PERIODS = [1, 3, 6, 12] as const;

/** What owners decide about common revenue: how common parts are used, and what is done with what they earn. */
export type Matter = 'M8' | 'M9b';

/** The server takes no resolution on another matter, so that none is offered. */
export function resolvedOn<T extends { readonly matters: readonly string[] }>(
  resolutions: readonly T[],
  matter: Matter,
): readonly T[] {
  return resolutions.filter(({ matters }) => matters.includes(matter));
}
