import { DomainError, type Day, type Role } from '#libs/kernel';

/** A grant as far as a leave asks: whose it is, when it holds, and whether it is itself held for somebody else. */
export interface HeldGrant {
  readonly holderId: string;
  readonly role: Role;
  /** The compound or company of firm staff; null over an area. */
  readonly firmScope: string | null;
  readonly from: Day;
  readonly to: Day | null;
  readonly isEnded: boolean;
  readonly isStandIn: boolean;
}

/** Somebody who may stand in: the grants that they hold themselves. */
export interface Colleague {
  readonly id: string;
  readonly isDisabled: boolean;
  readonly grants: readonly HeldGrant[];
}

export interface Leave {
  readonly from: Day;
  readonly to: Day;
}

function holdsOn(grant: HeldGrant, day: Day): boolean {
  return !grant.isEnded && !grant.isStandIn && grant.from <= day && (grant.to === null || grant.to >= day);
}

/** Who does the same kind of work: officials for officials, auditors for auditors, a firm's people for that firm. */
function isOfSameKind(own: HeldGrant, other: HeldGrant): boolean {
  // 委员不能委托代理人参加会议（指导规则第三十八条）: a seat is its member's own.
  if (own.role === 'committee-member' || other.role === 'committee-member') return false;
  if (own.role === 'auditor' || other.role === 'auditor') return own.role === other.role;
  const isFirm = own.role === 'property-firm-staff';
  if (isFirm !== (other.role === 'property-firm-staff')) return false;
  return !isFirm || own.firmScope === other.firmScope;
}

/**
 * Whether a grant may be handed to a colleague for a leave (行政机关内部代理: never further than the one who is away).
 * @throws DomainError `substitute.chain`, `substitute.grant-over`, `substitute.days-wrong`, `substitute.beyond-grant`,
 *   `substitute.oneself`, `substitute.colleague-not-found`
 */
export function requireStandIn(grant: HeldGrant, colleague: Colleague | null, leave: Leave, today: Day): void {
  if (grant.isStandIn) throw new DomainError('substitute.chain');
  if (grant.isEnded || (grant.to !== null && grant.to < today)) throw new DomainError('substitute.grant-over');
  if (leave.from < today || leave.to < leave.from) throw new DomainError('substitute.days-wrong', { today });
  if (leave.from < grant.from || (grant.to !== null && leave.to > grant.to)) {
    throw new DomainError('substitute.beyond-grant', { from: grant.from, to: grant.to ?? '—' });
  }
  if (colleague?.id === grant.holderId) throw new DomainError('substitute.oneself');
  const fits = colleague?.grants.some((other) => holdsOn(other, today) && isOfSameKind(grant, other)) ?? false;
  if (!colleague || colleague.isDisabled || !fits) throw new DomainError('substitute.colleague-not-found');
}
