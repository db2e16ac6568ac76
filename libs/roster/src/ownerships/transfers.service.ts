import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import { CompoundScopes, FileAccess } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { shownPercent, sumOf } from '../domain/ownership/fraction.js';
import { sharesState } from '../domain/ownership/shares.js';
import { onDay, planFrom } from '../domain/ownership/version-plan.js';
import { OwnerBook } from '../list/owner-book.js';
import { PersonalData } from '../owners/personal-data.js';
import { lockUnit, oneUnit } from '../units/units.service.js';
import type { KnownUnit, OwnershipFacts, ShareFacts } from '../writing/change.js';
import { HandChanges } from '../writing/hand-changes.js';
import { knownOwners } from '../writing/known-roster.js';
import { writePlan } from '../writing/write-plan.js';
import type { NewOwner } from './new-owners.js';
import type { TransferCause } from './ownership-causes.js';

/** The paper by which something changes. */
export interface TransferPaper {
  readonly documentNumber: string | null;
  readonly issuingBody: string | null;
  readonly issuedOn: Day | null;
  readonly fileId: string | null;
}

export interface NewTransfer {
  readonly on: Day;
  readonly cause: TransferCause;
  readonly standing: 'owned' | 'undelivered' | 'unsold';
  readonly owners: readonly NewOwner[];
  readonly paper: TransferPaper;
  readonly reason: string;
}

export interface NewRepresentative {
  readonly ownerId: string;
  readonly on: Day;
  readonly paper: TransferPaper;
  readonly reason: string;
}

export interface UnitOf {
  readonly compoundId: string;
  readonly unitId: string;
}

interface Changing {
  readonly manager: EntityManager;
  readonly principal: Principal;
  readonly unit: KnownUnit;
}

/** 转移: who holds a unit from a day on. Who held it before stays in its history. */
@Injectable()
export class TransfersService {
  constructor(
    private readonly database: Database,
    private readonly scopes: CompoundScopes,
    private readonly files: FileAccess,
    private readonly data: PersonalData,
    private readonly changes: HandChanges,
  ) {}

  /** @throws DomainError `transfer.…`, `unit.not-found`, `file.not-found` */
  async transfer(principal: Principal, unitOf: UnitOf, told: NewTransfer): Promise<void> {
    refuseShares(told.owners);
    await this.changing(principal, unitOf, told, async ({ manager, unit }) => {
      const { cityId } = principal;
      const { compoundId } = unitOf;
      const known = await knownOwners(manager, cityId, { compoundIds: [compoundId] });
      const book = new OwnerBook(cityId, this.data, known, () => this.changes.newId());
      const beside = unit.ownerships.flatMap(({ facts }) => facts.shares.map(({ ownerId }) => ownerId));
      const shares = told.owners.map((owner): ShareFacts => {
        const guardian = owner.guardian && book.ownerOf(compoundId, owner.guardian, beside);
        const { share, isRepresentative } = owner;
        return { ownerId: book.ownerOf(compoundId, owner, beside), share, isRepresentative, guardianId: guardian };
      });
      const { standing, cause, paper } = told;
      return { facts: { standing, shares, cause, ...paper }, owners: book.changes() };
    });
  }

  /** 共有人代表: who casts the one vote of the co-owners. @throws DomainError `representative.not-co-owner` */
  async nameRepresentative(principal: Principal, unitOf: UnitOf, told: NewRepresentative): Promise<void> {
    await this.changing(principal, unitOf, told, async ({ unit }) => {
      const before = onDay(unit.ownerships, told.on)?.facts;
      const shares = before?.shares ?? [];
      if (!before || shares.length < 2 || !shares.some(({ ownerId }) => ownerId === told.ownerId)) {
        throw new DomainError('representative.not-co-owner', { on: told.on });
      }
      const named = shares.map((share) => ({ ...share, isRepresentative: share.ownerId === told.ownerId }));
      return { facts: { ...before, ...told.paper, shares: named, cause: 'representative' as const }, owners: [] };
    });
  }

  /** Everything around a change of who holds a unit: rights, the lock, the paper, the days, the record. */
  private async changing(
    principal: Principal,
    unitOf: UnitOf,
    { on, reason, paper }: { readonly on: Day; readonly reason: string; readonly paper: TransferPaper },
    facts: (at: Changing) => Promise<{ facts: OwnershipFacts; owners: ReturnType<OwnerBook['changes']> }>,
  ): Promise<void> {
    const { compoundId, unitId } = unitOf;
    const today = this.changes.today();
    await this.database.transaction(principal, async (manager) => {
      await this.scopes.require(manager, principal, { permission: 'roster.write', compoundIds: [compoundId] });
      await lockUnit(manager, principal.cityId, unitId);
      const unit = await oneUnit(manager, principal.cityId, unitOf);
      if (on > today) throw new DomainError('transfer.day-impossible', { on, today });
      const from = unit.versions[0]?.validFrom ?? on;
      if (on < from) throw new DomainError('transfer.before-unit', { on, from });
      if (paper.fileId !== null) await this.files.requireAttach(manager, principal, paper.fileId);
      const next = await facts({ manager, principal, unit });
      const before = onDay(unit.ownerships, on)?.facts;
      if (before && holdsTheSame(before, next.facts)) throw new DomainError('transfer.nothing-changes', { on });
      const source = { reason, importRow: null };
      const ownership = planFrom(unit.ownerships, next.facts, on);
      const plan = { unitId, compoundId, isNew: false, source, facts: null, ownership };
      const change = this.changes.begin(principal);
      await writePlan(manager, change, { owners: next.owners, units: [plan] });
      await this.changes.record(manager, principal, {
        action: next.facts.cause === 'representative' ? 'unit.representative' : 'unit.transfer',
        unitId,
        before,
        after: { on, reason, ...next.facts },
      });
    });
  }
}

/** Shares that a person types do make up the whole; those of a list are taken as they are, and marked. */
function refuseShares(owners: readonly NewOwner[]): void {
  const shares = owners.map(({ share }) => share);
  if (sharesState(shares) !== 'incomplete') return;
  const sum = sumOf(shares.filter((share) => share !== null));
  throw new DomainError('transfer.shares-incomplete', { sum: sum ? shownPercent(sum) : '?' });
}

function holdsTheSame(before: OwnershipFacts, next: OwnershipFacts): boolean {
  const told = (facts: OwnershipFacts): string =>
    JSON.stringify([facts.standing, facts.shares.toSorted((a, b) => (a.ownerId < b.ownerId ? -1 : 1))]);
  return told(before) === told(next);
}
