import { DomainError } from '#libs/kernel';
import { moreThan, type OfficeLimits } from './limits.js';
import type { SeatFacts } from './posts.js';

/** 业主大会章、业委会章、财务章. */
export const SEAL_KINDS = ['assembly', 'committee', 'finance'] as const;
export type SealKind = (typeof SEAL_KINDS)[number];

export type SealState = 'waiting' | 'agreed' | 'refused' | 'used';

export interface ConsentFacts {
  readonly members: number;
  readonly needed: number;
  readonly agreed: number;
  readonly refused: number;
  readonly isUsed: boolean;
}

/** How many of the members in office must agree before a seal is used (参照北京市物业管理条例: more than half). */
export function consentsNeeded(
  members: number,
  { sealConsentPercent }: Pick<OfficeLimits, 'sealConsentPercent'>,
): number {
  return moreThan(sealConsentPercent, members);
}

/** A request is lost as soon as those who are left could not carry it any more. */
export function sealStateOf({ members, needed, agreed, refused, isUsed }: ConsentFacts): SealState {
  if (isUsed) return 'used';
  if (agreed >= needed) return 'agreed';
  return members - refused < needed ? 'refused' : 'waiting';
}

/**
 * Whether a member may say something to a request now.
 * @throws DomainError `committee-seal.recused`, `committee-seal.said`, `committee-seal.not-waiting`
 */
export function requireConsent(
  me: Pick<SeatFacts, 'personId' | 'name'>,
  { state, recused, said }: { state: SealState; recused: ReadonlySet<string>; said: ReadonlySet<string> },
): void {
  if (recused.has(me.personId)) throw new DomainError('committee-seal.recused', { name: me.name });
  if (said.has(me.personId)) throw new DomainError('committee-seal.said');
  if (state === 'used' || state === 'refused') throw new DomainError('committee-seal.not-waiting');
}
