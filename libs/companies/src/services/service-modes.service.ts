import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { CompanyDirectory } from '../domain/companies/company-directory.js';
import { isBare } from '../domain/companies/company-plan.js';
import type { CompoundDirectory } from '../domain/rows/compound-directory.js';
import { planServices, type ServicePlan } from '../domain/services/service-plan.js';
import type { ServiceRow } from '../domain/services/service-rows.js';
import { currentCompanies, insertCompanies } from '../companies/company-rows.js';
import { CompoundDirectories } from '../compounds.queries.js';
import { knownRecords } from '../records/known-records.js';
import { RecordKeeper } from '../records/record-keeper.js';
import type { Writing } from '../records/write-records.js';
import { SERVICE_MODE_TABLE } from './service-mode.table.js';

/** A service mode that a person registers: its compounds by id, everything else as on the paper, and its scan. */
export type NewServiceMode = Omit<ServiceRow, 'row' | 'compound'> & {
  readonly compoundIds: readonly string[];
  readonly fileId: string | null;
};

/** Registering how compounds are served, one paper at a time; whole lists come through the import. */
@Injectable()
export class ServiceModesService {
  constructor(
    private readonly database: Database,
    private readonly directories: CompoundDirectories,
    private readonly keeper: RecordKeeper,
  ) {}

  /**
   * Registers a paper, or corrects the one with the same number, compound and first day.
   * @returns the record id
   * @throws DomainError `compound.not-found`, `file.not-found`, and every code by which a row of a list is refused
   */
  async register(principal: Principal, request: NewServiceMode): Promise<string> {
    return this.database.transaction(principal, (manager) => this.registerIn(manager, principal, request));
  }

  /** The same inside the transaction of an act, whose paper is the document. */
  async registerIn(manager: EntityManager, principal: Principal, request: NewServiceMode): Promise<string> {
    await this.keeper.takeTurns(manager, principal);
    const { compoundIds, fileId, ...said } = request;
    const compounds = await this.directories.ofIds(manager, principal, 'compound.write', compoundIds);
    const writing = this.keeper.writing(principal);
    const row: ServiceRow = { ...said, row: 1, compound: { code: compoundIds.join('、'), name: null, area: null } };
    const plan = await this.plan(manager, writing, { rows: [row], compounds, compoundIds });
    await insertCompanies(manager, writing, this.newCompanies(plan));
    const audit = {
      action: 'service-mode.register',
      subjectKind: 'service-mode' as const,
      after: request,
      legalBasis: '物业管理条例第三十三条',
    };
    return this.keeper.keepOne(manager, principal, SERVICE_MODE_TABLE, { plan, audit, compoundIds, writing, fileId });
  }

  /** Withdraws the record that a revoked act had made. */
  async withdrawIn(
    manager: EntityManager,
    principal: Principal,
    { recordId, documentNumber }: { readonly recordId: string; readonly documentNumber: string },
  ): Promise<void> {
    const subjectKind = 'service-mode';
    const audit = { action: `${subjectKind}.withdraw`, subjectKind, subjectId: recordId, legalBasis: documentNumber };
    await this.keeper.withdraw(manager, principal, SERVICE_MODE_TABLE, { recordId, documentNumber, audit });
  }

  /** Decides rows against what the register knows of their compounds. */
  async plan(
    manager: EntityManager,
    writing: Writing,
    told: {
      readonly rows: readonly ServiceRow[];
      readonly compounds: CompoundDirectory;
      readonly compoundIds: readonly string[];
    },
  ): Promise<ServicePlan> {
    const { cityId } = writing;
    const listed = (await currentCompanies(manager, cityId)).map((company) => ({
      ...company,
      isBare: isBare(company),
    }));
    const known = await knownRecords(manager, SERVICE_MODE_TABLE, { cityId, subjectIds: told.compoundIds });
    const companies = new CompanyDirectory(listed);
    return planServices(told.rows, { compounds: told.compounds, companies, known, newId: () => writing.newId() });
  }

  /** The entries of companies that only these papers name. */
  newCompanies(plan: ServicePlan): Parameters<typeof insertCompanies>[2] {
    const silent = { address: null, contact: null, registeredOn: null, documentNumber: null, issuingBody: null };
    return plan.companies.map(({ row, id, name, creditCode }) => ({
      row,
      id,
      values: { ...silent, name, creditCode },
    }));
  }
}
