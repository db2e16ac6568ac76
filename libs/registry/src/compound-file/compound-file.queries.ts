import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Area } from '../areas/area.entity.js';
import { toldValues } from '../compound-import/told-values.js';
import { versionOn } from '../domain/compounds/compound-facts.js';
import { contradictionsOf, type Contradiction } from '../domain/matching/contradictions.js';
import { Compound } from '../compounds/compound.entity.js';
import { CompoundScopes } from '../compounds/compound-scopes.js';
import { CompoundSource } from '../compounds/compound-source.entity.js';
import { CompoundVersion } from '../compound-versions/compound-version.entity.js';

/** 一区一档: everything that the register holds on one compound. */
export interface CompoundFile {
  readonly compound: Compound;
  /** The version of the day asked for, or the first when the compound came later. */
  readonly current: CompoundVersion;
  readonly history: readonly CompoundVersion[];
  /** Rows of lists about it, and about compounds merged into it. */
  readonly sources: readonly CompoundSource[];
  readonly contradictions: readonly Contradiction<CompoundSource>[];
  readonly areas: ReadonlyMap<string, Area>;
}

/** The day that is true, and the moment of what is known; left out: today, and all that is known now. */
export interface TwoClocks {
  readonly asOf?: Day;
  readonly knownAt?: Date;
}

/** Reading one compound with all that is known of it. */
@Injectable()
export class CompoundFileQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: CompoundScopes,
  ) {}

  /** @throws DomainError `compound.not-found` also for what the caller may not see */
  async read(principal: Principal, id: string, clocks: TwoClocks = {}): Promise<CompoundFile> {
    return this.database.transaction(principal, async (manager) => {
      await this.scopes.require(manager, principal, { permission: 'compound.read', compoundIds: [id] });
      const compound = await manager.findOneBy(Compound, { cityId: principal.cityId, id });
      const history = await this.history(manager, { cityId: principal.cityId, compoundId: id }, clocks.knownAt);
      const current = versionOn(history, clocks.asOf ?? this.clock.today()) ?? history[0];
      if (!compound || !current) throw new DomainError('compound.not-found', { id });
      const sources = await this.sources(manager, { cityId: principal.cityId, compoundId: id }, clocks.knownAt);
      const told = sources.map((source) => ({ source, values: toldValues(source.said) }));
      const areaIds = [...new Set(history.flatMap((version) => version.areaId ?? []))];
      const areas =
        areaIds.length === 0 ? [] : await manager.findBy(Area, { cityId: principal.cityId, id: In(areaIds) });
      return {
        compound,
        current,
        history,
        sources,
        contradictions: contradictionsOf(told),
        areas: new Map(areas.map((area) => [area.id, area])),
      };
    });
  }

  private async history(
    manager: EntityManager,
    { cityId, compoundId }: { readonly cityId: number; readonly compoundId: string },
    knownAt: Date | undefined,
  ): Promise<readonly CompoundVersion[]> {
    const order = { validFrom: 'ASC' } as const;
    if (!knownAt)
      return manager.find(CompoundVersion, { where: { cityId, compoundId, supersededAt: IsNull() }, order });
    const all = await manager.find(CompoundVersion, { where: { cityId, compoundId }, order });
    return all.filter((version) => knownBy(version, knownAt));
  }

  private async sources(
    manager: EntityManager,
    { cityId, compoundId }: { readonly cityId: number; readonly compoundId: string },
    knownAt: Date | undefined,
  ): Promise<readonly CompoundSource[]> {
    const merged = await manager.findBy(CompoundVersion, { cityId, mergedInto: compoundId, supersededAt: IsNull() });
    const ids = [...new Set([compoundId, ...merged.map((version) => version.compoundId)])];
    const where = { cityId, compoundId: In(ids) };
    const order = { recordedAt: 'ASC', id: 'ASC' } as const;
    if (!knownAt) return manager.find(CompoundSource, { where: { ...where, supersededAt: IsNull() }, order });
    return (await manager.find(CompoundSource, { where, order })).filter((source) => knownBy(source, knownAt));
  }
}

function knownBy(row: { readonly recordedAt: Date; readonly supersededAt: Date | null }, instant: Date): boolean {
  return row.recordedAt <= instant && (row.supersededAt === null || row.supersededAt > instant);
}
