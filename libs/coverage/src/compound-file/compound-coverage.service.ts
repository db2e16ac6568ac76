import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Clock, Database, type Language } from '#libs/platform';
import { coversPath, scopeOf } from '#libs/registry';
import { Auditor } from '../audits/auditor.js';
import { claimLinesOf, evidenceOf, newestSignsOf, signDaysOf } from './compound-file.queries.js';
import { refuseFuture, type CoverageQuestion } from '../answers/coverage-question.js';
import {
  EvidenceResponse,
  SignResponse,
  type CompoundCoverageResponse,
  type VerdictResponse,
} from './compound-coverage.dto.js';
import { historyOf, type StateChange } from '../domain/history.js';
import { thresholdsOn } from '../domain/thresholds.js';
import { judgeCompany, judgeCompound, type CompoundVerdicts } from '../domain/verdict.js';
import { COMPOUND_TARGETS } from '../domain/audit-state.js';
import { companyFacts, type Source } from '../facts/assemble.js';
import { reasonResponse, recommendationOf } from '../answers/gaps.service.js';
import { cityPack } from '../rule-values/city-pack.js';
import { subjectNames } from '../answers/subject.queries.js';

/** Far beyond any term: facts read as of this day hold everything that is known. */
const ALL_DAYS: Day = '2199-12-31';

/** How far back the history of a compound is judged, in days. */
const HISTORY_FROM: Day = '2020-01-01';

/** 一小区一档: the verdicts on one compound, what they rest on, and how they came to be. */
@Injectable()
export class CompoundCoverageService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly auditor: Auditor,
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
      const subject = (await subjectNames(source, [id], [])).get(id);
      const [facts] = await this.auditor.factsOf(source, [id]);
      if (!subject || !facts || !(await this.maySee(principal, source, id))) {
        throw new DomainError('coverage.subject-not-found', { id, asOf: moment.asOf });
      }
      const on = thresholdsOn(await cityPack(source), moment.asOf);
      const companies = new Map((await companyFacts(source)).map((company) => [company.id, company]));
      const company = (companyId: string) =>
        judgeCompany(companies.get(companyId) ?? { id: companyId, party: [], partyClaims: [] }, on);
      const verdicts = judgeCompound(facts, company, on);
      return {
        compound: { id, name: subject.name, area: subject.area },
        asOf: moment.asOf,
        knownAt: (moment.knownAt ?? this.clock.now()).toISOString(),
        verdicts: verdictsResponse(verdicts, language),
        evidence: (await evidenceOf(source, id)).map((row) => EvidenceResponse.from(row)),
        signs: (await newestSignsOf(source, id)).map((row) => SignResponse.from(row)),
        claims: await claimLinesOf(source, id),
        history: await this.history(source, id),
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

  private async history(source: Source, id: string): Promise<readonly StateChange[]> {
    const whole: Source = { ...source, moment: { ...source.moment, asOf: ALL_DAYS } };
    const [facts] = await this.auditor.factsOfRows(whole, [{ id, areaId: null, deliveredOn: null, validTo: null }]);
    if (!facts) return [];
    const born = await source.manager.query<{ day: Day | null }[]>(
      `SELECT min(valid_from)::text AS day FROM compound_version
       WHERE city_id = $1 AND compound_id = $2 AND superseded_at IS NULL`,
      [source.cityId, id],
    );
    const from = born[0]?.day ?? HISTORY_FROM;
    const companies = await companyFacts(whole);
    const pack = await cityPack(source);
    const used = new Set(facts.services.map((service) => service.companyId));
    return historyOf({
      facts,
      companies: companies.filter((company) => used.has(company.id)),
      signDays: await signDaysOf(source, id),
      from: from < HISTORY_FROM ? HISTORY_FROM : from,
      to: source.moment.asOf,
      thresholdsOn: (day) => thresholdsOn(pack, day),
    });
  }
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
