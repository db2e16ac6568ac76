import { Injectable } from '@nestjs/common';
import { fillTemplate, foreignCursor, pageOf, Database, DEFAULT_LIMIT, type Page, type Language } from '#libs/platform';
import type { Principal } from '#libs/kernel';
import type { CoverageQuestion } from './coverage-question.js';
import type { GapResponse, GapsQuery, ReasonResponse } from './coverage.dto.js';
import { CoverageService, type Asked } from './coverage.service.js';
import { isBelow } from '../domain/area-index.js';
import { COMPOUND_TARGETS } from '../domain/audit-state.js';
import { ruleOf } from '../domain/rules/catalogue.js';
import { countsOn, pack, stateOf } from '../domain/counts.js';
import { TARGETS, type State, type Target } from '../domain/state.js';
import type { CompoundVerdicts, Verdict } from '../domain/verdict.js';
import type { Reason } from '../domain/weigh.js';
import { compoundFacts } from '../facts/assemble.js';
import { subjectNames } from './subject.queries.js';

/** Which gaps are asked for; without a state, all that do not count on the basis. */
export interface GapFilter {
  readonly target: Target | null;
  readonly state: State | null;
  /** Only what lies in the area itself and in none below it: in a city, what is unplaced. */
  readonly directly: boolean;
}

/** The filter of a query string. */
export function gapFilter({ target, state, directly }: Pick<GapsQuery, 'target' | 'state' | 'directly'>): GapFilter {
  return { target: target ?? null, state: (state as State | undefined) ?? null, directly: directly ?? false };
}

interface GapPage extends GapFilter {
  readonly after: string | null;
  readonly limit: number | null;
}

interface Found {
  /** Its place in the list: target, what weighs most first, id. */
  readonly cursor: string;
  readonly target: Target;
  readonly kind: 'compound' | 'company';
  readonly id: string;
}

/** A reason in words, with the article of its rule. */
export function reasonResponse(reason: Reason, language: Language): ReasonResponse {
  const rule = ruleOf(reason.code);
  const message = fillTemplate(rule.message[language], reason.params);
  return { code: reason.code, message, legalBasis: rule.legalBasis, evidence: [...reason.evidence] };
}

/** What to do about a verdict: the recommendation of its gravest reason. */
export function recommendationOf(reasons: readonly Reason[], language: Language): string {
  const order = ['gap', 'defect', 'notice'];
  const rules = reasons.map((reason) => ruleOf(reason.code));
  const gravest = [...rules].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))[0];
  return gravest?.recommendation[language] ?? '';
}

/** Lists what is missing, subject by subject, with every reason. */
@Injectable()
export class GapsService {
  constructor(
    private readonly coverage: CoverageService,
    private readonly database: Database,
  ) {}

  /** One page of gaps, by target, what weighs most first. @throws DomainError `request.invalid` */
  async page(
    principal: Principal,
    question: CoverageQuestion,
    filter: GapPage,
    language: Language,
  ): Promise<Page<GapResponse>> {
    if (filter.after !== null && !CURSOR.test(filter.after)) throw foreignCursor();
    const asked = await this.coverage.ask(principal, question);
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const found = this.find(asked, question, filter).filter(
      (each) => filter.after === null || each.cursor > filter.after,
    );
    const page = pageOf(found.slice(0, limit + 1), limit, ({ cursor }) => cursor);
    return { items: await this.explain(principal, asked, { found: page.items, language }), next: page.next };
  }

  /** Every gap of the area that the filter leaves, for the command line and for exports. */
  async all(
    principal: Principal,
    question: CoverageQuestion,
    language: Language,
    filter: GapFilter = gapFilter({}),
  ): Promise<readonly GapResponse[]> {
    const asked = await this.coverage.ask(principal, question);
    return this.explain(principal, asked, { found: this.find(asked, question, filter), language });
  }

  private find(asked: Asked, question: CoverageQuestion, filter: GapFilter): Found[] {
    const { state } = asked.audited;
    const wanted = (packed: number): boolean =>
      filter.state === null
        ? stateOf(packed) !== 'NOT_APPLICABLE' && !countsOn(packed, question.basis)
        : stateOf(packed) === filter.state;
    const targets = TARGETS.filter((target) => filter.target === null || target === filter.target);
    const found: Found[] = [];
    const companies = new Set<string>();
    for (let place = 0; place < state.ids.length; place += 1) {
      const node = state.nodeAt(place);
      if (filter.directly ? node !== asked.node : !isBelow(state.areas, node, asked.node)) continue;
      for (const company of state.companiesAt(place)) companies.add(company);
      for (const target of targets) {
        const n = (COMPOUND_TARGETS as readonly string[]).indexOf(target);
        const packed = state.packedAt(place, n);
        if (n < 0 || !wanted(packed)) continue;
        found.push(foundAs(target, stateOf(packed), { kind: 'compound', id: state.ids[place] as string }));
      }
    }
    if (targets.includes('C4A')) {
      for (const id of companies) {
        const packed = pack(state.company(id));
        if (wanted(packed)) found.push(foundAs('C4A', stateOf(packed), { kind: 'company', id }));
      }
    }
    return found.sort((a, b) => (a.cursor < b.cursor ? -1 : 1));
  }

  /**
   * Judges again, with every reason. A fact may have changed since the audit: state and reasons are then told as they
   * are now, together, and the next page or question finds the subject in its new place.
   */
  private async explain(
    principal: Principal,
    asked: Asked,
    { found, language }: { readonly found: readonly Found[]; readonly language: Language },
  ): Promise<readonly GapResponse[]> {
    const { state } = asked.audited;
    const compounds = [...new Set(found.filter((each) => each.kind === 'compound').map((each) => each.id))];
    const companies = found.filter((each) => each.kind === 'company').map((each) => each.id);
    return this.database.snapshot(principal, async (manager) => {
      const source = { manager, cityId: principal.cityId, moment: asked.moment };
      const facts = await compoundFacts(source, compounds);
      const verdicts = new Map(facts.map((each) => [each.id, state.judge(each)]));
      const names = await subjectNames(source, compounds, companies);
      return found.flatMap((each) => {
        const verdict = verdictOf(each, verdicts.get(each.id), (id) => state.company(id));
        const subject = names.get(each.id);
        if (!verdict || !subject) return [];
        return [
          {
            subject: { kind: each.kind, id: each.id, ...subject },
            target: each.target,
            state: verdict.state,
            byWork: verdict.byWork,
            claimed: verdict.claimed,
            reasons: verdict.reasons.map((reason) => reasonResponse(reason, language)),
            recommendation: recommendationOf(verdict.reasons, language),
          },
        ];
      });
    });
  }
}

/** What weighs most comes first: nothing at all, what has lapsed, what was never proven, what is flawed. */
const ORDER: readonly State[] = [
  'NOT_COVERED',
  'STALE',
  'UNVERIFIED',
  'COVERED_WITH_DEFECT',
  'COVERED',
  'NOT_APPLICABLE',
];

const CURSOR = new RegExp(`^(${TARGETS.join('|')}):[0-${ORDER.length - 1}]:[0-9a-f-]{36}$`);

function foundAs(target: Target, state: State, subject: Pick<Found, 'kind' | 'id'>): Found {
  return { ...subject, target, cursor: `${target}:${ORDER.indexOf(state)}:${subject.id}` };
}

function verdictOf(
  found: Found,
  verdicts: CompoundVerdicts | undefined,
  company: (id: string) => Verdict,
): Verdict | null {
  if (found.target === 'C4A') return company(found.id);
  return verdicts?.[found.target] ?? null;
}
