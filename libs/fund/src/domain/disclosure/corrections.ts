import { addDays, type Day } from '#libs/kernel';
import { ruleValueOn, type RulePack } from '#libs/law';

export const CORRECTION_STATES = ['due', 'met', 'late', 'overdue'] as const;
/** 待更正公开、按期更正、逾期更正、逾期未更正. */
export type CorrectionState = (typeof CORRECTION_STATES)[number];

const RULE = 'fund.disclosure.correction.days';

/** 更正: what was posted into a published period is published as well, in days from the first such entry. */
export function correctionOf(
  rules: RulePack,
  { since, publicOn, today }: { readonly since: Day; readonly publicOn: Day | null; readonly today: Day },
): { readonly dueOn: Day; readonly state: CorrectionState } {
  const dueOn = addDays(since, ruleValueOn(rules, RULE, since).value);
  if (publicOn !== null) return { dueOn, state: publicOn <= dueOn ? 'met' : 'late' };
  return { dueOn, state: today <= dueOn ? 'due' : 'overdue' };
}

type Line = { readonly code: string; readonly name: string };

/** A statement in decimal texts, as far as two of one period are compared. */
export interface Compared {
  readonly opening: string;
  readonly received: string;
  readonly used: string;
  readonly closing: string;
  readonly sources: readonly (Line & Readonly<Record<'opening' | 'received' | 'used' | 'closing', string>>)[];
  readonly uses: readonly (Line & { readonly used: string })[];
  readonly positions: readonly (Line & Readonly<Record<'opening' | 'closing', string>>)[];
}

/** One figure that reads otherwise: in which part of the statement, whose, and from what to what. */
export interface Difference {
  readonly part: 'total' | 'source' | 'use' | 'position';
  readonly code: string;
  readonly name: string;
  readonly figure: 'opening' | 'received' | 'used' | 'closing';
  readonly from: string;
  readonly to: string;
}

const FIGURES = ['opening', 'received', 'used', 'closing'] as const;
const ZERO = /^0(\.0*)?$/;

type Told = Readonly<Partial<Record<Difference['figure'], string>>>;

function ofLine(part: Difference['part'], { code, name }: Line, before: Told, after: Told): readonly Difference[] {
  return FIGURES.flatMap((figure) => {
    const [from = '0', to = '0'] = [before[figure], after[figure]];
    const isSame = from === to || (ZERO.test(from) && ZERO.test(to));
    return isSame ? [] : [{ part, code, name, figure, from, to }];
  });
}

function ofLines(
  part: Difference['part'],
  before: readonly (Line & Told)[],
  after: readonly (Line & Told)[],
): readonly Difference[] {
  const codes = [...new Set([...before, ...after].map(({ code }) => code))];
  const of = (lines: readonly (Line & Told)[], code: string): (Line & Told) | undefined =>
    lines.find((line) => line.code === code);
  return codes.flatMap((code) => {
    const [one, other] = [of(before, code), of(after, code)];
    return ofLine(part, { code, name: (other ?? one)?.name ?? '' }, one ?? {}, other ?? {});
  });
}

/** Every figure that the later statement tells otherwise than the earlier: the sums, then what they are made of. */
export function differencesOf(before: Compared, after: Compared): readonly Difference[] {
  return [
    ...ofLine('total', { code: '', name: '' }, before, after),
    ...ofLines('source', before.sources, after.sources),
    ...ofLines('use', before.uses, after.uses),
    ...ofLines('position', before.positions, after.positions),
  ];
}
