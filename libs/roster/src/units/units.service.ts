import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Database, DEFAULT_LIMIT, pageOf, type Page, type PageQuery } from '#libs/platform';
import { CompoundScopes } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { searchReadings } from '../domain/address/unit-address.js';
import { onDay, planFrom } from '../domain/ownership/version-plan.js';
import { marksOf, type UnitMark } from '../domain/parties/roster-summary.js';
import { PersonalData } from '../owners/personal-data.js';
import { rollUnits } from '../parties/roll-units.js';
import type { KnownUnit, OwnershipFacts, UnitFacts } from '../writing/change.js';
import { HandChanges } from '../writing/hand-changes.js';
import { knownOwners, knownUnits, type KnownOwner } from '../writing/known-roster.js';
import { writePlan } from '../writing/write-plan.js';
import { searchedPerson } from './searched-person.js';
import { cursorBehind, listedUnits, listNames, type ListedUnit } from './units.queries.js';

/** What somebody asks of the list of units. */
export interface UnitSearch extends PageQuery {
  readonly q?: string | undefined;
  readonly building?: string | undefined;
  readonly stairway?: string | undefined;
  readonly mark?: UnitMark | undefined;
  readonly on?: Day | undefined;
}

/** Everything about one unit that is known now. */
export interface UnitSheet extends KnownUnit {
  readonly owners: ReadonlyMap<string, KnownOwner>;
  readonly lists: ReadonlyMap<string, string>;
}

/** A unit or a change of it that a person registers. */
export interface NewUnitFacts {
  readonly facts: UnitFacts;
  readonly on: Day;
  readonly reason: string;
}

const NOBODY: OwnershipFacts = {
  standing: 'unknown',
  shares: [],
  cause: 'correction',
  documentNumber: null,
  issuingBody: null,
  issuedOn: null,
  fileId: null,
};

/** Units of a compound: listed, read, registered and corrected one by one. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly database: Database,
    private readonly scopes: CompoundScopes,
    private readonly changes: HandChanges,
    private readonly data: PersonalData,
  ) {}

  /** Units in the order of their addresses; searched by address, or by a whole name, number or phone of an owner. */
  async list(principal: Principal, compoundId: string, search: UnitSearch): Promise<Page<ListedUnit>> {
    const { q, mark, on = this.changes.today(), limit = DEFAULT_LIMIT } = search;
    const { cityId } = principal;
    const asked = q?.trim() ?? '';
    return this.database.transaction(principal, async (manager) => {
      await this.require(manager, principal, 'roster.read', compoundId);
      const rows = await listedUnits(manager, cityId, {
        ...search,
        compoundId,
        on,
        limit,
        readings: searchReadings(asked),
        hashes: asked === '' ? null : this.data.hashesOf(cityId, searchedPerson(asked)),
        unitIds: mark === undefined ? null : await this.marked(manager, cityId, { compoundId, on, mark }),
      });
      return pageOf(rows, limit, cursorBehind);
    });
  }

  /** @throws DomainError `compound.not-found`, `unit.not-found` */
  async read(principal: Principal, compoundId: string, unitId: string): Promise<UnitSheet> {
    return this.database.transaction(principal, async (manager) => {
      await this.require(manager, principal, 'roster.read', compoundId);
      const { cityId } = principal;
      const unit = await oneUnit(manager, cityId, { compoundId, unitId });
      const shares = unit.ownerships.flatMap(({ facts }) => facts.shares);
      const ownerIds = shares.flatMap(({ ownerId, guardianId }) =>
        guardianId === null ? [ownerId] : [ownerId, guardianId],
      );
      const owners = await knownOwners(manager, cityId, { compoundIds: [compoundId], ownerIds });
      const rows = [...unit.versions, ...unit.ownerships];
      const lists = await listNames(
        manager,
        cityId,
        rows.map(({ importId }) => importId),
      );
      return { ...unit, owners: new Map(owners.map((owner) => [owner.ownerId, owner])), lists };
    });
  }

  /** Registers a unit that no list has. @throws DomainError `unit.address-taken` */
  async register(principal: Principal, compoundId: string, { facts, on, reason }: NewUnitFacts): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      await this.require(manager, principal, 'roster.write', compoundId);
      const change = this.changes.begin(principal);
      const unitId = this.changes.newId();
      const unit = { unitId, compoundId, isNew: true, source: { reason, importRow: null } };
      const plans = { facts: planFrom([], facts, on), ownership: planFrom([], NOBODY, on) };
      await writePlan(manager, change, { owners: [], units: [{ ...unit, ...plans }] });
      await this.changes.record(manager, principal, {
        action: 'unit.register',
        unitId,
        after: { compoundId, on, facts, reason },
      });
      return unitId;
    });
  }

  /** Corrects address, use or area from a day on; what was told before remains. @throws `unit.nothing-changes` */
  async change(principal: Principal, unit: { compoundId: string; unitId: string }, told: NewUnitFacts): Promise<void> {
    const { facts, on, reason } = told;
    const { compoundId, unitId } = unit;
    await this.database.transaction(principal, async (manager) => {
      await this.require(manager, principal, 'roster.write', compoundId);
      await lockUnit(manager, principal.cityId, unitId);
      const { versions } = await oneUnit(manager, principal.cityId, unit);
      const before = onDay(versions, on)?.facts;
      if (JSON.stringify(before) === JSON.stringify(facts)) throw new DomainError('unit.nothing-changes');
      const source = { reason, importRow: null };
      const plan = { unitId, compoundId, isNew: false, source, facts: planFrom(versions, facts, on), ownership: null };
      await writePlan(manager, this.changes.begin(principal), { owners: [], units: [plan] });
      await this.changes.record(manager, principal, {
        action: 'unit.change',
        unitId,
        before,
        after: { on, facts, reason },
      });
    });
  }

  private async require(manager: EntityManager, principal: Principal, permission: string, id: string): Promise<void> {
    await this.scopes.require(manager, principal, { permission, compoundIds: [id] });
  }

  private async marked(
    manager: EntityManager,
    cityId: number,
    { compoundId, on, mark }: { compoundId: string; on: Day; mark: UnitMark },
  ): Promise<readonly string[]> {
    const units = await rollUnits(manager, cityId, { compoundId, on });
    return units.filter((unit) => marksOf(unit).includes(mark)).map(({ id }) => id);
  }
}

/** Waits until nobody else changes the unit. */
export async function lockUnit(manager: EntityManager, cityId: number, unitId: string): Promise<void> {
  await manager.query('SELECT 1 FROM unit WHERE city_id = $1 AND id = $2 FOR UPDATE', [cityId, unitId]);
}

/** @throws DomainError `unit.not-found` */
export async function oneUnit(
  manager: EntityManager,
  cityId: number,
  { compoundId, unitId }: { readonly compoundId: string; readonly unitId: string },
): Promise<KnownUnit> {
  const [unit] = await knownUnits(manager, cityId, { unitIds: [unitId] });
  if (!unit || unit.compoundId !== compoundId) throw new DomainError('unit.not-found');
  return unit;
}
