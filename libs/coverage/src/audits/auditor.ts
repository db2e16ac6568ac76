import { Injectable } from '@nestjs/common';
import { indexAreas } from '../domain/area-index.js';
import { AuditState, type Verdicts } from '../domain/audit-state.js';
import { thresholdsOn } from '../domain/thresholds.js';
import { openAreas } from '../facts/areas.facts.js';
import { companyFacts, compoundFacts, eachCompound, touchedFacts, type Source } from '../facts/assemble.js';
import { rulesKnown } from '../rule-values/rules-known.js';

/** Reads facts and runs the rules: in one pass over a city, or again for what a change touched. */
@Injectable()
export class Auditor {
  /** The full pass: every compound in use at the moment, with every rule. */
  async full(source: Source): Promise<Verdicts> {
    const on = thresholdsOn(await rulesKnown(source), source.moment.asOf);
    const state = new AuditState(indexAreas(await openAreas(source)), on, await companyFacts(source));
    await eachCompound(source, (facts) => state.add(facts));
    return state;
  }

  /**
   * The incremental pass: judges again what a change touched, and the compounds that share a document or a body with
   * it, and keeps the rest; `before` stays as it is for whoever reads it. The companies that serve there are read anew,
   * since a change of a company touches its compounds; where a company's verdict came out otherwise, all its compounds
   * are judged again too.
   */
  async again(source: Source, before: Verdicts, touched: readonly string[]): Promise<Verdicts> {
    if (touched.length === 0) return before;
    const state = before.copy();
    const { compounds, companies } = await touchedFacts(source, touched);
    const inUse = new Set(compounds.map(({ id }) => id));
    state.drop(touched.filter((id) => !inUse.has(id)));
    const moved = state.renewCompanies(companies);
    state.take(compounds);
    const others = moved.filter((id) => !inUse.has(id));
    state.take(await compoundFacts(source, others));
    return state;
  }
}
