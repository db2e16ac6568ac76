import type { Day } from '#libs/kernel';
import { AreaTree, type Area } from '#libs/registry';
import { Injectable } from '@nestjs/common';
import { indexAreas, type AreaIndex } from '../domain/area-index.js';
import { AuditState } from '../domain/audit-state.js';
import type { CompoundFacts } from '../domain/facts.js';
import { thresholdsOn } from '../domain/thresholds.js';
import { cityPack } from '../rule-values/city-pack.js';
import { companyFacts, compoundFacts, type Source } from '../facts/assemble.js';
import { compoundsById, nextCompounds, type CompoundRow } from '../facts/compounds.facts.js';
import { sharedDocuments } from '../facts/services.facts.js';

/** Compounds judged between two reads; memory stays small and statements few. */
const PAGE = 5000;

function isOpen(area: Area, day: Day): boolean {
  return (area.openedOn ?? '0000-01-01') <= day && (area.closedOn ?? '9999-12-31') > day;
}

/** Reads facts and runs the rules: in one pass over a city, or again for what a change touched. */
@Injectable()
export class Auditor {
  constructor(private readonly tree: AreaTree) {}

  /** The full pass: every compound in use at the moment, with every rule. */
  async full(source: Source): Promise<AuditState> {
    const state = new AuditState(
      await this.areasOn(source),
      thresholdsOn(await cityPack(source), source.moment.asOf),
      await companyFacts(source),
    );
    const shared = await sharedDocuments(source.manager, source.cityId, source.moment, null);
    let after: string | null = null;
    for (;;) {
      const page = await nextCompounds(source.manager, source.cityId, source.moment, { after, limit: PAGE });
      state.take(await compoundFacts(source, page, shared));
      if (page.length < PAGE) return state;
      after = page[page.length - 1]?.id ?? null;
    }
  }

  /**
   * The incremental pass: judges again what a change touched, and the compounds that share a document with it, and
   * keeps the rest. Companies are few and read anew; compounds of a company whose verdict changed are judged again too.
   */
  async again(source: Source, state: AuditState, touched: readonly string[]): Promise<void> {
    const moved = state.renewCompanies(await companyFacts(source));
    const ids = await this.withDocumentTwins(source, [...touched, ...moved]);
    const found = await this.factsOf(source, ids);
    const alive = new Set(found.map((facts) => facts.id));
    state.drop(ids.filter((id) => !alive.has(id)));
    state.take(found);
  }

  /** The facts of the named compounds that are in use. */
  async factsOf(source: Source, ids: readonly string[]): Promise<readonly CompoundFacts[]> {
    return this.factsOfRows(source, await compoundsById(source.manager, source.cityId, source.moment, ids));
  }

  /** The facts of compounds whose rows are known already. */
  async factsOfRows(source: Source, rows: readonly CompoundRow[]): Promise<readonly CompoundFacts[]> {
    const ids = rows.map((row) => row.id);
    return compoundFacts(source, rows, await sharedDocuments(source.manager, source.cityId, source.moment, ids));
  }

  private async areasOn(source: Source): Promise<AreaIndex> {
    const areas = await this.tree.all(source.manager, source.cityId);
    return indexAreas(areas.filter((area) => isOpen(area, source.moment.asOf)));
  }

  private async withDocumentTwins(source: Source, ids: readonly string[]): Promise<readonly string[]> {
    const rows = await source.manager.query<{ id: string }[]>(
      `SELECT DISTINCT twin.compound_id AS id
       FROM service_mode_compound own
       JOIN service_mode s ON s.city_id = own.city_id AND s.id = own.service_mode_id
       JOIN service_mode t ON t.city_id = s.city_id AND t.document_number = s.document_number
       JOIN service_mode_compound twin ON twin.city_id = t.city_id AND twin.service_mode_id = t.id
       WHERE own.city_id = $1 AND own.compound_id = ANY($2)`,
      [source.cityId, ids],
    );
    return [...new Set([...ids, ...rows.map((row) => row.id)])];
  }
}
