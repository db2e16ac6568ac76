import type { Day } from '#libs/kernel';
import type { InvalidTreatment } from '#libs/law';
import type { LaidDown } from './meeting-rules.js';

/** 两种渠道都收到票时: the ballot cast first counts, or the electronic one does (as in Shenzhen, and by default). */
export const CHANNEL_POLICIES = ['ELECTRONIC_PREVAILS', 'FIRST_CAST'] as const;
export type ChannelPolicy = (typeof CHANNEL_POLICIES)[number];

/**
 * 共有人怎么投 where none of them was named. One of them for all, and what they say differently is not counted until they
 * agree; or nobody, until they have named who does.
 */
export const CO_OWNER_RULES = ['ANY_UNLESS_DISPUTED', 'REPRESENTATIVE'] as const;
export type CoOwnerRule = (typeof CO_OWNER_RULES)[number];

/** 推定表决: whether silence says anything. The law leaves it open and courts differ, so that the default is NONE. */
export const DEEMED_RULES = ['NONE', 'AS_ABSTAIN', 'AS_MAJORITY'] as const;
export type DeemedRule = (typeof DEEMED_RULES)[number];

/** 送达方式: how a ballot reached an owner. */
export const DELIVERY_METHODS = ['hand', 'post', 'message', 'sign-in', 'posted-notice'] as const;
export type DeliveryMethod = (typeof DELIVERY_METHODS)[number];

/** The clause of the compound's own rules on which a deemed ballot rests. */
export interface DeemedClause {
  readonly text: string;
  /** The day from which the clause was in force: before the notice, or it binds nobody in this vote. */
  readonly inForceFrom: Day;
  /** What the rules accept as delivery; a posted notice or a tenant's hand was what courts disputed. */
  readonly methods: readonly DeliveryMethod[];
  /** Whether the ballot itself says what silence means. */
  readonly warnedOnBallot: boolean;
  /** 临时管理规约: lets it hold in a first assembly, where no rules are adopted yet. */
  readonly isInterimCovenant: boolean;
}

/** The rules that an assembly is held under, published with the notice and never changed after it. */
export interface PublishedRules {
  readonly channelPolicy: ChannelPolicy;
  readonly deemedRule: DeemedRule;
  readonly deemedClause: DeemedClause | null;
  readonly invalid: InvalidTreatment;
  /** Whether an owner may cast anew until the close; by default a ballot is final. */
  readonly mayChange: boolean;
  /** Left out by votes that were noticed before it could be said: only whom they named. */
  readonly coOwners?: CoOwnerRule;
  readonly isSecret: boolean;
  /** 提前查看: whether several keys together open the box before the close; not said: nobody looks. */
  readonly mayLookEarly?: boolean;
  readonly proxyPrincipalsMost: number;
  /** 车位、储藏室 count only where the compound's rules say so. */
  readonly countsParking: boolean;
  /** Where the counting of parking, or a change of ballots, is laid down. */
  readonly rulesClause: string | null;
  /** The version of the compound's own rules that it is held under; left out where none was laid down. */
  readonly laidDown?: LaidDown;
}

export type DeemedFault =
  | 'deemed-without-clause'
  | 'deemed-clause-too-late'
  | 'deemed-without-methods'
  | 'deemed-without-warning'
  | 'deemed-in-first';

/** The conditions under which silence may be counted at all; each that is not met. */
export function deemedFaults(
  { deemedRule, deemedClause }: Pick<PublishedRules, 'deemedRule' | 'deemedClause'>,
  { noticeOn, isFirst }: { readonly noticeOn: Day; readonly isFirst: boolean },
): readonly DeemedFault[] {
  if (deemedRule === 'NONE') return [];
  if (deemedClause === null || deemedClause.text.trim() === '') return ['deemed-without-clause'];
  const faults: DeemedFault[] = [];
  if (deemedClause.inForceFrom >= noticeOn) faults.push('deemed-clause-too-late');
  if (deemedClause.methods.length === 0) faults.push('deemed-without-methods');
  if (!deemedClause.warnedOnBallot) faults.push('deemed-without-warning');
  if (isFirst && !deemedClause.isInterimCovenant) faults.push('deemed-in-first');
  return faults;
}
