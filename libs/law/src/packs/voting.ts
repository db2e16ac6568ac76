import type { Day } from '#libs/kernel';
import type { VotingClass } from './matters.js';
import type { RuleLevel, RuleStatus } from '../rule-value.js';

/** Owners decide on two scales at once: heads, and the weight of what they own (area, in 0.01 m²). */
export interface Scales<T> {
  readonly heads: T;
  readonly weight: T;
}

/** A share that must be met: `>=` includes the number (以上), `>` does not (过半数); Civil Code art. 1259. */
export interface Bound {
  readonly fraction: readonly [number, number];
  readonly op: '>=' | '>';
  /** Measured against everybody on the roll, or against those who took part. */
  readonly base: 'electorate' | 'participants';
}

/** Whether an invalid ballot is as if it had not been returned, or takes part without approving. */
export type InvalidTreatment = 'exclude' | 'as_abstain';

/** How a vote is decided; a bound of null is not asked. */
export interface VotingRule {
  readonly name: string;
  readonly quorum: Scales<Bound | null>;
  readonly approval: Scales<Bound | null>;
  readonly invalid: InvalidTreatment;
}

/** A rule of the law by its public name, with its article and the days for which it holds. */
export interface VotingPack {
  readonly name: string;
  readonly rule: VotingRule;
  readonly source: string;
  readonly article: string;
  readonly level: RuleLevel;
  readonly effectiveFrom: Day;
  /** Last day on which the rule holds, or null. */
  readonly effectiveTo: Day | null;
  readonly status: RuleStatus;
}

function both(op: Bound['op'], fraction: Bound['fraction'], base: Bound['base']): Scales<Bound> {
  const bound = { fraction, op, base };
  return { heads: bound, weight: bound };
}

const NOT_ASKED = { heads: null, weight: null };
const TWO_THIRDS_TAKE_PART = both('>=', [2, 3], 'electorate');
// That invalid ballots do not take part is proposed: the law is silent, and the result says when it matters.
const INVALID = { invalid: 'exclude' } as const;

const CIVIL_CODE = {
  source: '中华人民共和国民法典',
  level: 'law',
  effectiveFrom: '2021-01-01',
  effectiveTo: null,
  status: 'SOURCED',
} as const;

/** Measured against all owners, voting or not. Held until the Civil Code; votes of those days are counted by it. */
const PROPERTY_LAW = {
  source: '中华人民共和国物权法',
  level: 'law',
  effectiveFrom: '2007-10-01',
  effectiveTo: '2020-12-31',
  status: 'KNOWN',
} as const;

/** Every voting rule that can be named. */
export const VOTING_PACKS: readonly VotingPack[] = [
  {
    ...CIVIL_CODE,
    name: 'cn-civil-code-278-ordinary',
    article: '第二百七十八条第二款（其他事项，双过半）',
    rule: {
      name: '民法典第二百七十八条：一般事项',
      quorum: TWO_THIRDS_TAKE_PART,
      approval: both('>', [1, 2], 'participants'),
      ...INVALID,
    },
  },
  {
    ...CIVIL_CODE,
    name: 'cn-civil-code-278-special',
    article: '第二百七十八条第二款（第一款第六项至第八项，双四分之三）',
    rule: {
      name: '民法典第二百七十八条：特别事项',
      quorum: TWO_THIRDS_TAKE_PART,
      approval: both('>=', [3, 4], 'participants'),
      ...INVALID,
    },
  },
  {
    ...PROPERTY_LAW,
    name: 'cn-property-law-76-ordinary',
    article: '第七十六条第二款（其他事项，全体双过半）',
    rule: {
      name: '物权法第七十六条：一般事项',
      quorum: NOT_ASKED,
      approval: both('>', [1, 2], 'electorate'),
      ...INVALID,
    },
  },
  {
    ...PROPERTY_LAW,
    name: 'cn-property-law-76-special',
    article: '第七十六条第二款（第一款第五项、第六项，全体双三分之二）',
    rule: {
      name: '物权法第七十六条：特别事项',
      quorum: NOT_ASKED,
      approval: both('>=', [2, 3], 'electorate'),
      ...INVALID,
    },
  },
];

/** The voting rule of a public name, or undefined when no law has it. */
export function votingPack(name: string): VotingPack | undefined {
  return VOTING_PACKS.find((pack) => pack.name === name);
}

/** The pack under which a class of matters is voted on a day; undefined before there was a law of it. */
export function votingPackOn(votingClass: VotingClass, day: Day): VotingPack | undefined {
  return VOTING_PACKS.find(
    ({ name, effectiveFrom, effectiveTo }) =>
      name.endsWith(`-${votingClass}`) && effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
  );
}
