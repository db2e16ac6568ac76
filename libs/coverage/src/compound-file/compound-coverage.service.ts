import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Clock, Database, type Language } from '#libs/platform';
import { coversPath, scopeOf } from '#libs/registry';
import {
  claimLinesOf,
  evidenceOf,
  mergedInto,
  newestSignsOf,
  signDaysOf,
  type MergedPart,
} from './compound-file.queries.js';
import { refuseFuture, type CoverageQuestion } from '../answers/coverage-question.js';
import {
  EvidenceResponse,
  SignResponse,
  type CompoundCoverageResponse,
  type VerdictResponse,
} from './compound-coverage.dto.js';
import type { CompanyFacts, CompoundFacts } from '../domain/facts.js';
import { historyOf, type HistoryPart, type StateChange } from '../domain/history.js';
import { thresholdsOn } from '../domain/thresholds.js';
import { judgeCompany, judgeCompound, type CompoundVerdicts } from '../domain/verdict.js';
import { COMPOUND_TARGETS } from '../domain/audit-state.js';
import { companyFacts, compoundFacts, factsApart, type Source } from '../facts/assemble.js';
import { reasonResponse, recommendationOf } from '../answers/gaps.service.js';
import { rulesKnown } from '../rule-values/rules-known.js';
import { subjectNames } from '../answers/subject.queries.js';

/** How far back the history of a compound is judged, in days. */
const HISTORY_FROM: Day = '2020-01-01';

/** 一小区一档: the verdicts on one compound, what they rest on, and how they came to be. */
@Injectable()
export class CompoundCoverageService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `coverage.subject-not-found`, `coverage.known-at-in-future` */
  async read(
    principal: Principal,
    id: string,
    question: CoverageQuestion,
    language: Language,
  ): Promise<CompoundCoverageResponse> {
    refuseFuture(question.knownAt, this.clock.now());
    const moment = { asOf: question.asOf ?? this.clock.today(), knownAt: question.knownAt };
    return this.database.transaction(principal, async (manager) => {
      const source: Source = { manager, cityId: principal.cityId, moment };
      const companies = new Map((await companyFacts(source)).map((company) => [company.id, company]));
      const subject = (await subjectNames(source, [id], [])).get(id);
      const [facts] = await compoundFacts(source, [id]);
      if (!subject || !facts || !(await this.maySee(principal, source, id))) {
        throw new DomainError('coverage.subject-not-found', { id, asOf: moment.asOf });
      }
      const on = thresholdsOn(await rulesKnown(source), moment.asOf);
      const company = (companyId: string) =>
        judgeCompany(companies.get(companyId) ?? { id: companyId, party: [], partyClaims: [] }, on);
      const verdicts = judgeCompound(facts, company, on);
      const merged = await mergedInto(source, id);
      const speaking = merged.filter(({ from, to }) => from <= moment.asOf && (to === null || moment.asOf < to));
      const ids = [id, ...speaking.map((part) => part.id)];
      return {
        compound: { id, name: subject.name, area: subject.area },
        asOf: moment.asOf,
        knownAt: (moment.knownAt ?? this.clock.now()).toISOString(),
        verdicts: verdictsResponse(verdicts, language),
        evidence: (await evidenceOf(source, ids)).map((row) => EvidenceResponse.from(row)),
        signs: (await newestSignsOf(source, ids)).map((row) => SignResponse.from(row)),
        claims: await claimLinesOf(source, ids),
        history: await this.history(source, { facts, merged, companies: [...companies.values()] }),
      };
    });
  }

  private async maySee(principal: Principal, source: Source, id: string): Promise<boolean> {
    const scope = scopeOf(principal, 'compound.read');
    if (scope.compoundIds.includes(id)) return true;
    const rows = await source.manager.query<{ path: string | null; companies: string[] }[]>(
      `SELECT a.path, array(
           SELECT s.company_id FROM service_mode_compound l
           JOIN service_mode s ON s.city_id = l.city_id AND s.id = l.service_mode_id AND s.superseded_at IS NULL
           WHERE l.city_id = v.city_id AND l.compound_id = v.compound_id AND s.company_id IS NOT NULL
         )::text[] AS companies
       FROM compound_version v LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
       WHERE v.city_id = $1 AND v.compound_id = $2 AND v.superseded_at IS NULL ORDER BY v.valid_from DESC LIMIT 1`,
      [source.cityId, id],
    );
    const row = rows[0];
    if (!row) return false;
    // A compound without a place belongs to the city as a whole.
    return (
      coversPath(scope, row.path ?? `${principal.cityCode}/`) ||
      row.companies.some((each) => scope.companyIds.includes(each))
    );
  }

  private async history(source: Source, known: KnownOf): Promise<readonly StateChange[]> {
    const { id } = known.facts;
    const born = await source.manager.query<{ day: Day | null }[]>(
      `SELECT min(valid_from)::text AS day FROM compound_version
       WHERE city_id = $1 AND compound_id = $2 AND superseded_at IS NULL`,
      [source.cityId, id],
    );
    const from = born[0]?.day ?? HISTORY_FROM;
    const pack = await rulesKnown(source);
    const parts = await partsOf(source, known);
    const used = new Set(parts.flatMap(({ facts }) => facts.services.map((service) => service.companyId)));
    return historyOf({
      parts,
      companies: known.companies.filter((company) => used.has(company.id)),
      from: from < HISTORY_FROM ? HISTORY_FROM : from,
      to: source.moment.asOf,
      thresholdsOn: (day) => thresholdsOn(pack, day),
    });
  }
}

/** What is known of a compound at the moment, and who was ever merged into it. */
interface KnownOf {
  readonly facts: CompoundFacts;
  readonly merged: readonly MergedPart[];
  readonly companies: readonly CompanyFacts[];
}

/** The compound and those merged into it, each with its own facts; a body is counted where it is on that last day. */
async function partsOf(source: Source, { facts, merged }: KnownOf): Promise<[HistoryPart, ...HistoryPart[]]> {
  const ids = [...new Set([facts.id, ...merged.map((part) => part.id)])];
  const signDays = await signDaysOf(source, ids);
  const apart = new Map(merged.length === 0 ? [] : (await factsApart(source, ids)).map((each) => [each.id, each]));
  const partOf = (id: string): Pick<HistoryPart, 'facts' | 'signDays'> => ({
    facts: apart.get(id) ?? facts,
    signDays: signDays.get(id) ?? [],
  });
  const own = { ...partOf(facts.id), from: null, to: null };
  return [own, ...merged.map(({ id, from, to }) => ({ ...partOf(id), from, to }))];
}

function verdictsResponse(verdicts: CompoundVerdicts, language: Language): VerdictResponse[] {
  return COMPOUND_TARGETS.map((target) => {
    const { state, byWork, claimed, reasons, nextChangeOn } = verdicts[target];
    return {
      target,
      state,
      byWork,
      claimed,
      reasons: reasons.map((reason) => reasonResponse(reason, language)),
      recommendation: recommendationOf(reasons, language),
      nextChangeOn,
    };
  });
}
