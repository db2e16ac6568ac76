import type { LegalMode, Power, PowerKind } from './power.js';

/** Powers that a community may carry out in its own name, as a task of policy. */
const COMMUNITY_TASKS = ['WY-16', 'WY-20'];

/** What an edition may say of a power. */
export interface LaidDown {
  readonly code: string;
  readonly kind: PowerKind;
  readonly legalMode: LegalMode;
  readonly communityMode: Power['communityMode'];
}

export type EditionFault =
  | 'power.penalty-mode'
  | 'power.community-licence'
  | 'power.community-penalty'
  | 'power.community-task'
  | 'power.assistance-refused';

/** The first of the hard limits on devolution that a version breaks, or null. */
export function editionFault({ code, kind, legalMode, communityMode }: LaidDown): EditionFault | null {
  const isPenalty = kind === 'enforcement' || legalMode === 'PROVINCIAL_PENALTY_DECISION';
  if (isPenalty && communityMode !== null) return 'power.community-penalty';
  if (kind === 'enforcement' && legalMode !== 'PROVINCIAL_PENALTY_DECISION') return 'power.penalty-mode';
  if (legalMode === 'ENTRUSTED_LICENCE' && communityMode !== null) return 'power.community-licence';
  if (legalMode === 'ASSISTANCE') return 'power.assistance-refused';
  return communityMode === 'POLICY_TASK' && !COMMUNITY_TASKS.includes(code) ? 'power.community-task' : null;
}
