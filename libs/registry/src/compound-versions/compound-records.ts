import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import { AuditLog, Clock, FactChanges, Ids, type AuditEntry } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { CompoundFacts } from '../domain/compounds/compound-facts.js';
import { plannedChange, writeChanges, type PlannedChange } from './compound-changes.js';
import { insertCompounds, insertVersions } from './compound-rows.js';
import type { Writing } from '../writing.js';
import type { CompoundVersion } from './compound-version.entity.js';

/** A change that a person makes to one compound. */
export interface PersonsChange {
  readonly history: readonly CompoundVersion[];
  readonly patch: Partial<CompoundFacts>;
  readonly from: Day;
  readonly reason: string;
}

/** What every change of the register by a person does: write versions, leave an audit line, queue the audit again. */
@Injectable()
export class CompoundRecords {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
    private readonly factChanges: FactChanges,
  ) {}

  /** Registers a compound with its first version. @returns its id */
  async open(
    manager: EntityManager,
    principal: Principal,
    compound: {
      readonly code: string | null;
      readonly facts: CompoundFacts;
      readonly on: Day;
      readonly reason: string;
    },
  ): Promise<string> {
    const writing = this.writing(principal);
    const { code: ownCode, facts, on, reason } = compound;
    const id = this.ids.next();
    await insertCompounds(manager, writing, [{ id, ownCode, importId: null }]);
    const version = { facts, id: this.ids.next(), compoundId: id, validFrom: on, validTo: null };
    const source = { recordedBy: principal.actor.name, reason, importId: null, importRow: null };
    await insertVersions(manager, writing, [{ ...version, ...source }]);
    return id;
  }

  /** Writes the changes. @returns what was planned for each, empty plans where nothing differed */
  async change(
    manager: EntityManager,
    principal: Principal,
    changes: readonly PersonsChange[],
  ): Promise<readonly PlannedChange[]> {
    const planned = changes.map(({ history, patch, from, reason }) =>
      plannedChange(history, {
        patch,
        from,
        source: { by: principal.actor.name, reason, importId: null, importRow: null },
      }),
    );
    await writeChanges(manager, this.writing(principal), { changes: planned, nextId: () => this.ids.next() });
    return planned;
  }

  /** The audit line and the queue of verdicts to be made again; the last thing a use case does. */
  async record(
    manager: EntityManager,
    principal: Principal,
    { compoundIds, ...entry }: AuditEntry & { readonly compoundIds: readonly string[] },
  ): Promise<void> {
    await this.auditLog.record(manager, principal, entry);
    await this.factChanges.record(manager, principal.cityId, { compoundIds });
  }

  private writing(principal: Principal): Writing {
    return { cityId: principal.cityId, at: this.clock.now() };
  }
}
