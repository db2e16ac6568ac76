import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { City, Clock, Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { AreaTree } from '../areas/area-tree.js';
import { unknownFacts, versionOn, type CompoundFacts, type FactField } from '../domain/compounds/compound-facts.js';
import type { Point } from '../domain/matching/distance.js';
import { pointFault, type Bounds } from '../domain/matching/point-check.js';
import { historiesOf, lockCompounds } from '../compound-versions/compound-changes.js';
import { CompoundRecords } from '../compound-versions/compound-records.js';
import { CompoundScopes } from './compound-scopes.js';
import type { CompoundVersion } from '../compound-versions/compound-version.entity.js';
import { allows } from './compounds.policy.js';

/** Facts as people fill them in: an area by its code, a point as a pair; what is left out stays as it is. */
export interface FilledFacts {
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly address?: string | null;
  /** Code of the area, or null for "not placed". */
  readonly area?: string | null;
  readonly point?: Point | null;
  readonly buildings?: number | null;
  readonly households?: number | null;
  /** Integer of 0.01 m², as text. */
  readonly floorArea?: string | null;
  readonly builtYear?: number | null;
  readonly kind?: string | null;
  readonly deliveredOn?: Day | null;
  readonly status?: 'in-use' | 'under-construction' | 'demolished';
}

export interface NewCompound extends FilledFacts {
  readonly name: string;
  readonly code?: string | null;
  readonly on: Day;
  readonly reason: string;
}

export interface CompoundChange extends FilledFacts {
  readonly on: Day;
  readonly reason: string;
}

const PLAIN_FIELDS = [
  'name',
  'aliases',
  'address',
  'buildings',
  'households',
  'floorArea',
  'builtYear',
  'kind',
  'deliveredOn',
] as const;

/** Registering compounds and changing what is known of them, each change with its day and reason. */
@Injectable()
export class CompoundsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreaTree,
    private readonly scopes: CompoundScopes,
    private readonly records: CompoundRecords,
  ) {}

  /**
   * Registers a compound from a day on.
   * @returns its id
   * @throws DomainError `compound.outside-scope`, `compound.code-taken`, `compound.point-outside`, `area.not-found`
   */
  async register(principal: Principal, compound: NewCompound): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const patch = await this.patchOf(manager, principal, compound);
      if (!('areaId' in patch)) await this.requirePlace(manager, principal, null);
      const facts = { ...unknownFacts(compound.name), ...patch };
      const { code = null, on, reason } = compound;
      const id = await this.records.open(manager, principal, { code, facts, on, reason });
      const subject = { subjectKind: 'compound', subjectId: id, compoundIds: [id] };
      const after = { code, on, reason, ...patch };
      await this.records.record(manager, principal, { action: 'compound.register', ...subject, after });
      return id;
    });
  }

  /**
   * Changes facts from a day on; also demolition (a status), and taking back a merger by giving a status again.
   * @throws DomainError `compound.not-found`, `compound.merged`, `compound.nothing-changed`, `compound.outside-scope`
   */
  async change(principal: Principal, id: string, change: CompoundChange): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const history = await this.lockedHistory(manager, principal, id);
      const current = versionOn(history, change.on) ?? (history[0] as CompoundVersion);
      if (current.status === 'merged' && !change.status) {
        throw new DomainError('compound.merged', { name: current.name, on: change.on });
      }
      const patch = await this.patchOf(manager, principal, change);
      const [planned] = await this.records.change(manager, principal, [
        { history, patch, from: change.on, reason: change.reason },
      ]);
      if (planned?.plan.begins.length === 0) throw new DomainError('compound.nothing-changed', { on: change.on });
      const fields = planned?.plan.fields ?? [];
      const before = Object.fromEntries(fields.map((field) => [field, current[field]]));
      const after = {
        on: change.on,
        reason: change.reason,
        ...Object.fromEntries(fields.map((field) => [field, patch[field]])),
      };
      const subject = { subjectKind: 'compound', subjectId: id, compoundIds: [id] };
      await this.records.record(manager, principal, { action: 'compound.change', ...subject, before, after });
    });
  }

  private async lockedHistory(
    manager: EntityManager,
    principal: Principal,
    id: string,
  ): Promise<readonly CompoundVersion[]> {
    await this.scopes.require(manager, principal, { permission: 'compound.write', compoundIds: [id] });
    await lockCompounds(manager, principal.cityId, [id]);
    return (await historiesOf(manager, principal.cityId, [id])).get(id) ?? [];
  }

  private async patchOf(
    manager: EntityManager,
    principal: Principal,
    filled: FilledFacts & { readonly on: Day },
  ): Promise<Partial<CompoundFacts>> {
    const patch: Partial<Record<FactField, unknown>> = {};
    for (const field of PLAIN_FIELDS) if (filled[field] !== undefined) patch[field] = filled[field];
    if (filled.status) {
      patch.status = filled.status;
      patch.mergedInto = null;
    }
    if (filled.area !== undefined)
      patch.areaId = await this.placeOf(manager, principal, { code: filled.area, on: filled.on });
    if (filled.point !== undefined) {
      await this.checkPoint(manager, principal, filled.point);
      patch.longitude = filled.point?.longitude ?? null;
      patch.latitude = filled.point?.latitude ?? null;
    }
    return patch as Partial<CompoundFacts>;
  }

  private async placeOf(
    manager: EntityManager,
    principal: Principal,
    { code, on }: { readonly code: string | null; readonly on: Day },
  ): Promise<string | null> {
    if (code === null) {
      await this.requirePlace(manager, principal, null);
      return null;
    }
    // A compound may be entered for a day before its area was set up; then the area that is open today is meant.
    const area = await this.areas
      .byCode(manager, principal.cityId, code, on)
      .catch(() => this.areas.byCode(manager, principal.cityId, code, this.clock.today()));
    await this.requirePlace(manager, principal, area.path);
    return area.level === 'city' ? null : area.id;
  }

  private async requirePlace(manager: EntityManager, principal: Principal, path: string | null): Promise<void> {
    const scope = await this.scopes.of(manager, principal, 'compound.write');
    if (!allows(scope, { id: null, path })) throw new DomainError('compound.outside-scope');
  }

  private async checkPoint(manager: EntityManager, principal: Principal, point: Point | null): Promise<void> {
    if (!point) return;
    const city = await manager.findOneByOrFail(City, { id: principal.cityId });
    const fault = pointFault(point, { bounds: city.bounds as Bounds | null, middle: null });
    if (fault)
      throw new DomainError('compound.point-outside', {
        point: `${point.longitude},${point.latitude}`,
        city: city.name,
      });
  }
}
