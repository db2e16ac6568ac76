/** 支取用途, by the account of the book that it is posted to. */
export const REVENUE_USES = {
  '5101': '合理成本',
  '5102': '转入维修资金',
  '5103': '业主决定的其他使用',
} as const;
export type RevenueUse = keyof typeof REVENUE_USES;
/** What comes into the other book of the compound. */
export const INTO_MAINTENANCE: RevenueUse = '5102';
export const REVENUE_USE_CODES = Object.keys(REVENUE_USES) as RevenueUse[];

/** What a withdrawal rests on: one resolution, or a rule that the owners laid down for every year. */
export const BASIS_KINDS = ['resolution', 'rule'] as const;
export type BasisKind = (typeof BASIS_KINDS)[number];

export interface BasisFacts {
  readonly kind: BasisKind;
  readonly use: RevenueUse;
  readonly from: string;
  /** Last day, or null. */
  readonly until: string | null;
  /** In all for a resolution, in each calendar year for a rule. */
  readonly most: bigint;
  /** Drawn under it before: of the same year for a rule. */
  readonly drawn: bigint;
}

export interface WithdrawalFacts {
  readonly use: RevenueUse;
  readonly amount: bigint;
  readonly day: string;
  readonly basis: BasisFacts | null;
  /** Whether a paper shows what the cost was for. */
  readonly hasProof: boolean;
  /** Of the calendar year: what came in, and what was deducted as costs without a decision. */
  readonly income: bigint;
  readonly costs: bigint;
  /** The most that costs may be of the income, in percent; proposed in the rule pack. */
  readonly costPercent: number;
}

export type WithdrawalRefusal =
  | 'common-revenue.no-decision'
  | 'common-revenue.purpose-differs'
  | 'common-revenue.outside-decision-days'
  | 'common-revenue.beyond-decision'
  | 'common-revenue.cost-unproven'
  | 'common-revenue.cost-beyond-share';

/** What may be deducted as costs without asking the owners, rounded down to a fen. */
export function mostCosts(income: bigint, percent: number): bigint {
  return (income * BigInt(percent)) / 100n;
}

/**
 * Owners decide about their money (民法典 278、282): a withdrawal rests on what they resolved or laid down. Reasonable
 * costs alone are deducted without it, by whoever proves them (最高法建筑物区分所有权解释 14) and within a share.
 */
export function withdrawalFault(facts: WithdrawalFacts): WithdrawalRefusal | null {
  const { use, amount, day, basis } = facts;
  if (basis !== null) {
    if (basis.use !== use) return 'common-revenue.purpose-differs';
    if (day < basis.from || (basis.until !== null && day > basis.until)) return 'common-revenue.outside-decision-days';
    return basis.drawn + amount > basis.most ? 'common-revenue.beyond-decision' : null;
  }
  if (use !== '5101') return 'common-revenue.no-decision';
  if (!facts.hasProof) return 'common-revenue.cost-unproven';
  return facts.costs + amount > mostCosts(facts.income, facts.costPercent) ? 'common-revenue.cost-beyond-share' : null;
}
