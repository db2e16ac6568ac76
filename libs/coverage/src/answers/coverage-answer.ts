import type { Day } from '#libs/kernel';
import type { Audited } from '../audits/audits.js';
import type { AreaNode } from '../domain/area-index.js';
import { rateOf, type TargetCount } from '../domain/counts.js';
import { BASES, type Basis, type Target } from '../domain/state.js';
import type { AreaBrief, BasesResponse, CoverageAnswer, RequiredRate, TargetResponse } from './coverage.dto.js';

/** What the answer needs besides the audit itself. */
export interface AnswerContext {
  readonly asOf: Day;
  readonly knownAt: Date;
  readonly basis: Basis;
  /** The rate asked of an area for a target, by area id and target code. */
  readonly required: (areaId: string, target: Target) => RequiredRate | undefined;
}

function brief(node: AreaNode): AreaBrief {
  return { code: node.code, name: node.name, level: node.level };
}

function targetsOf(counts: ReadonlyMap<Target, TargetCount>, areaId: string, context: AnswerContext): TargetResponse[] {
  return [...counts].map(([code, count]) => {
    const numerator = count.numerators[context.basis];
    const bases = Object.fromEntries(
      BASES.map((basis) => {
        const { rate } = rateOf(count.numerators[basis], count.denominator);
        return [basis, { numerator: count.numerators[basis], rate }];
      }),
    ) as unknown as BasesResponse;
    const required = context.required(areaId, code);
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
  const area = nodes[node] as AreaNode;
  return {
    area: brief(area),
    asOf: context.asOf,
    knownAt: context.knownAt.toISOString(),
    basis: context.basis,
    targets: targetsOf(audited.rollUp.own(node), area.id, context),
    children: [...audited.rollUp.children(node)].map(([number, counts]) => {
      const child = nodes[number] as AreaNode;
      return { area: brief(child), targets: targetsOf(counts, child.id, context) };
    }),
  };
}
