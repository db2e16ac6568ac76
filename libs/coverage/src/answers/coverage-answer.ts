import type { Day } from '#libs/kernel';
import type { Audited } from '../audits/kept-audits.js';
import type { AreaNode } from '../domain/area-index.js';
import { rateOf, type TargetCount } from '../domain/counts.js';
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
  counts: ReadonlyMap<Target, TargetCount>,
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
    return {
      code,
      numerator,
      denominator: count.denominator,
      ...rateOf(numerator, count.denominator),
      states: count.states,
      bases,
      ...(required ? { required } : {}),
    };
  });
}

/** The numbers of a node and of each of its children. */
export function answerAt(audited: Audited, node: number, context: AnswerContext): CoverageAnswer {
  const { nodes } = audited.state.areas;
  const targets = (area: AreaNode, counts: ReadonlyMap<Target, TargetCount>): TargetResponse[] =>
    targetsOf(counts, context.basis, (target) => audited.required(area.id, target));
  const area = nodes[node] as AreaNode;
  return {
    area: brief(area),
    asOf: context.asOf,
    knownAt: context.knownAt.toISOString(),
    basis: context.basis,
    targets: targets(area, audited.rollUp.own(node)),
    children: [...audited.rollUp.children(node)].map(([number, counts]) => {
      const child = nodes[number] as AreaNode;
      return { area: brief(child), targets: targets(child, counts) };
    }),
  };
}
