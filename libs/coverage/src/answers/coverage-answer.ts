import type { Day } from '#libs/kernel';
import type { Audited } from '../audits/kept-audits.js';
import { childrenOf, type AreaNode } from '../domain/area-index.js';
import { rateOf, type TargetCount } from '../domain/counts.js';
import type { NodeCounts } from '../domain/roll-up.js';
import { BASES, type Basis, type Target } from '../domain/state.js';
import type { AreaBrief, BasesResponse, CoverageAnswer, RequiredRate, TargetResponse } from './coverage.dto.js';

/** What the answer needs besides the audit itself. */
export interface AnswerContext {
  readonly asOf: Day;
  readonly knownAt: Date;
  readonly basis: Basis;
}

function brief(node: AreaNode): AreaBrief {
  return { code: node.code, name: node.name, level: node.level };
}

function targetsOf(
  counts: NodeCounts,
  withoutNew: NodeCounts,
  basis: Basis,
  requiredFor: (target: Target) => RequiredRate | undefined,
): TargetResponse[] {
  return [...counts].map(([code, count]) => {
    const numerator = count.numerators[basis];
    const bases = Object.fromEntries(
      BASES.map((each) => {
        const { rate } = rateOf(count.numerators[each], count.denominator);
        return [each, { numerator: count.numerators[each], rate }];
      }),
    ) as unknown as BasesResponse;
    const required = requiredFor(code);
    const settled = withoutNew.get(code) as TargetCount;
    const settledNumerator = settled.numerators[basis];
    return {
      code,
      numerator,
      denominator: count.denominator,
      ...rateOf(numerator, count.denominator),
      states: count.states,
      bases,
      withoutNew: {
        numerator: settledNumerator,
        denominator: settled.denominator,
        rate: rateOf(settledNumerator, settled.denominator).rate,
      },
      ...(required ? { required } : {}),
    };
  });
}

/** The numbers of a node and of each of its children. */
export function answerAt(audited: Audited, node: number, context: AnswerContext): CoverageAnswer {
  const { nodes } = audited.state.areas;
  const { rollUp } = audited;
  const targets = (number: number, { id }: AreaNode): TargetResponse[] =>
    targetsOf(rollUp.own(number), rollUp.withoutNew.own(number), context.basis, (target) =>
      audited.required(id, target),
    );
  const area = nodes[node] as AreaNode;
  return {
    area: brief(area),
    asOf: context.asOf,
    knownAt: context.knownAt.toISOString(),
    basis: context.basis,
    targets: targets(node, area),
    children: childrenOf(audited.state.areas, node).map((number) => {
      const child = nodes[number] as AreaNode;
      return { area: brief(child), targets: targets(number, child) };
    }),
  };
}
