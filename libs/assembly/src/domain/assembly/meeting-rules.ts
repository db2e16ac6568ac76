import type { Day } from '#libs/kernel';
import type { PublishedRules } from './published-rules.js';

/** What a compound's own 议事规则 says of its votes; whatever is left out it leaves to the default. */
export type OwnRules = Partial<Omit<PublishedRules, 'laidDown'>>;

/** Under which version of the compound's own rules a vote is held. */
export interface LaidDown {
  readonly id: string;
  readonly title: string;
  readonly effectiveFrom: Day;
  /** Days between notice and opening that it asks for; null where it says none. */
  readonly noticeDays: number | null;
  /** What the organiser laid down otherwise than it says. */
  readonly departs: readonly (keyof OwnRules)[];
}

/** What leaves a vote safest, where neither the compound's rules nor the organiser say anything. */
const SAFEST: Omit<PublishedRules, 'proxyPrincipalsMost' | 'laidDown'> = {
  channelPolicy: 'ELECTRONIC_PREVAILS',
  deemedRule: 'NONE',
  deemedClause: null,
  invalid: 'exclude',
  mayChange: false,
  coOwners: 'ANY_UNLESS_DISPUTED',
  isSecret: true,
  mayLookEarly: false,
  countsParking: false,
  rulesClause: null,
};

const SETTLED: readonly (keyof OwnRules)[] = [
  ...(['channelPolicy', 'deemedRule', 'invalid', 'mayChange', 'coOwners', 'isSecret', 'mayLookEarly'] as const),
  ...(['countsParking', 'proxyPrincipalsMost'] as const),
];

function said<T extends object>(rules: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(rules).filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<T>;
}

/** The rules of a vote: what its organiser says, then what the compound's own rules say, then what is safest. */
export function rulesOfVote(
  asked: OwnRules,
  own: (Omit<LaidDown, 'departs'> & { readonly rules: OwnRules }) | null,
  proxyPrincipalsMost: number,
): PublishedRules {
  const laidDown = said(own?.rules ?? {});
  const wanted = said(asked);
  const rules = { ...SAFEST, proxyPrincipalsMost, ...laidDown, ...wanted };
  if (own === null) return rules;
  const departs = SETTLED.filter((key) => key in laidDown && laidDown[key] !== rules[key]);
  const { id, title, effectiveFrom, noticeDays } = own;
  return { ...rules, laidDown: { id, title, effectiveFrom, noticeDays, departs } };
}

/** The days of a notice: those of the law, or more where the compound's own rules ask for more. */
export function withOwnNotice<T extends { readonly noticeDays: number; readonly noticeSafeDays: number }>(
  limits: T,
  laidDown: Pick<LaidDown, 'noticeDays'> | undefined,
): T {
  const own = laidDown?.noticeDays ?? 0;
  if (own <= limits.noticeDays) return limits;
  // The first day is not counted, whoever laid the number down.
  return { ...limits, noticeDays: own, noticeSafeDays: own + (limits.noticeSafeDays - limits.noticeDays) };
}
