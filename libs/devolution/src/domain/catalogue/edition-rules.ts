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

export type EditionFault = 'penalty-mode' | 'community-licence' | 'community-penalty' | 'community-task' | 'assistance';

/** Why each fault is one, for people. */
export const EDITION_FAULTS: Readonly<Record<EditionFault, { readonly zh: string; readonly en: string }>> = {
  'penalty-mode': {
    zh: '执法类权限只能依省级处罚权下放决定（行政处罚法第二十四条）。',
    en: 'an enforcement power needs a provincial decision (行政处罚法 24).',
  },
  'community-licence': {
    zh: '行政许可只能委托其他行政机关，社区不能承接（行政许可法第二十四条）。',
    en: 'a licence can be entrusted to administrative bodies only, not to a community (行政许可法 24).',
  },
  'community-penalty': {
    zh: '行政处罚权不能交由居民委员会行使（行政处罚法第二十四条）。',
    en: 'a penalty power can never go to a residents’ committee (行政处罚法 24).',
  },
  'community-task': {
    zh: '除 WY-16、WY-20 外，社区只能协助，不能以自己名义承办。',
    en: 'except for WY-16 and WY-20 a community only assists.',
  },
  assistance: {
    zh: '“协助”只适用于社区，街道、乡镇须有自己的法律依据。',
    en: 'assistance is for communities only; a sub-district needs a footing of its own.',
  },
};

/** The first of the hard limits on devolution that a version breaks, or null. */
export function editionFault({ code, kind, legalMode, communityMode }: LaidDown): EditionFault | null {
  const isPenalty = kind === 'enforcement' || legalMode === 'PROVINCIAL_PENALTY_DECISION';
  if (isPenalty && communityMode !== null) return 'community-penalty';
  if (kind === 'enforcement' && legalMode !== 'PROVINCIAL_PENALTY_DECISION') return 'penalty-mode';
  if (legalMode === 'ENTRUSTED_LICENCE' && communityMode !== null) return 'community-licence';
  if (legalMode === 'ASSISTANCE') return 'assistance';
  return communityMode === 'POLICY_TASK' && !COMMUNITY_TASKS.includes(code) ? 'community-task' : null;
}
