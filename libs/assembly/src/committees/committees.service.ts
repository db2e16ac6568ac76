import { Injectable } from '@nestjs/common';
import { CompoundDirectories, knownRecords, RecordKeeper, type CompoundDirectory } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { COMMITTEE_TABLE } from './committee.table.js';
import { planCommittees, type CommitteePlan, type CommitteeRow } from './committees.plan.js';

/** A filed body that a person registers: its compounds by id, everything else as on the paper, and its scan. */
export type NewCommittee = Omit<CommitteeRow, 'row' | 'compound'> & {
  readonly compoundIds: readonly string[];
  readonly fileId: string | null;
};

/** Registering committees and property management committees, one filing at a time. */
@Injectable()
export class CommitteesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly directories: CompoundDirectories,
    private readonly keeper: RecordKeeper,
  ) {}

  /**
   * Registers a filing, or corrects the one with the same number, compound and first day.
   * @returns the record id
   * @throws DomainError `compound.not-found`, `file.not-found`, and every code by which a row of a list is refused
   */
  async register(principal: Principal, request: NewCommittee): Promise<string> {
    return this.database.transaction(principal, (manager) => this.registerIn(manager, principal, request));
  }

  /** The same inside the transaction of an act, whose paper is the document. */
  async registerIn(manager: EntityManager, principal: Principal, request: NewCommittee): Promise<string> {
    await this.keeper.takeTurns(manager, principal);
    const { compoundIds, fileId, ...said } = request;
    const compounds = await this.directories.ofIds(manager, principal, 'compound.write', compoundIds);
    const row: CommitteeRow = { ...said, row: 1, compound: { code: compoundIds.join('、'), name: null, area: null } };
    const plan = await this.plan(manager, principal.cityId, { rows: [row], compounds, compoundIds });
    const audit = {
      action: 'committee.register',
      subjectKind: 'committee' as const,
      after: request,
      legalBasis: '物业管理条例第十六条',
    };
    const writing = this.keeper.writing(principal);
    return this.keeper.keepOne(manager, principal, COMMITTEE_TABLE, { plan, audit, compoundIds, writing, fileId });
  }

  /** Withdraws the record that a revoked act had made. */
  async withdrawIn(
    manager: EntityManager,
    principal: Principal,
    { recordId, documentNumber }: { readonly recordId: string; readonly documentNumber: string },
  ): Promise<void> {
    const subjectKind = 'committee';
    const audit = { action: `${subjectKind}.withdraw`, subjectKind, subjectId: recordId, legalBasis: documentNumber };
    await this.keeper.withdraw(manager, principal, COMMITTEE_TABLE, { recordId, documentNumber, audit });
  }

  /** Decides rows against what the register knows of their compounds. */
  async plan(
    manager: EntityManager,
    cityId: number,
    told: {
      readonly rows: readonly CommitteeRow[];
      readonly compounds: CompoundDirectory;
      readonly compoundIds: readonly string[];
    },
  ): Promise<CommitteePlan> {
    const { rows, compounds, compoundIds } = told;
    const known = await knownRecords(manager, COMMITTEE_TABLE, { cityId, subjectIds: compoundIds });
    return planCommittees(rows, { compounds, known, today: this.clock.today() });
  }
}
