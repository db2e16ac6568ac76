import { isOrganisationName, maskedName } from '#libs/kernel';
import type { Source } from './uses.js';

export const GIVER_KINDS = ['person', 'organisation'] as const;
/** 个人 or 单位: only persons are hidden behind a star. */
export type GiverKind = (typeof GIVER_KINDS)[number];

interface Told {
  readonly source: Source;
  readonly giver: string | null;
  /** As whoever recorded it said, if they did. */
  readonly giverKind?: GiverKind | undefined;
}

/** 企业和单位出资 comes from no person; of a gift, where nobody said it, the name tells. */
export function giverKindOf({ source, giver, giverKind }: Told): GiverKind {
  if (source === 'F6') return 'organisation';
  return giverKind ?? (giver !== null && isOrganisationName(giver) ? 'organisation' : 'person');
}

interface Shown {
  readonly giver: string | null;
  readonly giverKind: GiverKind;
  readonly isAnonymous: boolean;
}

/** A giver as everybody reads it; null where it wants no name. */
export function shownGiver({ giver, giverKind, isAnonymous }: Shown): string | null {
  if (isAnonymous || giver === null) return null;
  return giverKind === 'person' ? maskedName(giver) : giver;
}
