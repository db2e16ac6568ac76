import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { AuditLog, Clock, FactChanges, Ids, takeTurns, type AuditEntry } from '#libs/platform';
import { ScanRecords, type NewScan, type ScanSubject } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import type { RecordPlan, RecordValues } from '../domain/rows/record-plan.js';
import type { RecordTable } from './record-table.js';
import { requireRecord } from './single-record.js';
import type { RowIssue } from '../domain/rows/row-issue.js';
import { withdrawRecord, writeRecords, type Writing } from './write-records.js';

/** What every registration of a record does: write it, leave an audit line, queue the verdicts to be made again. */
@Injectable()
export class RecordKeeper {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
    private readonly factChanges: FactChanges,
    private readonly scans: ScanRecords,
  ) {}

  /** The instant, the author and the source of everything that one use case writes. */
  writing(principal: Principal, importId: string | null = null): Writing {
    const { cityId, actor } = principal;
    return { cityId, at: this.clock.now(), recordedBy: actor.name, importId, newId: () => this.ids.next() };
  }

  /** First in a transaction: two who look at once for contracts over the same days would both find none. */
  async takeTurns(manager: EntityManager, principal: Principal): Promise<void> {
    await takeTurns(manager, principal);
  }

  /**
   * Registers or corrects the one record of a plan, and attaches its scan.
   * @returns its record id
   * @throws DomainError for whatever is wrong with it, see {@link requireRecord}; `file.not-found`
   */
  async keepOne<V extends RecordValues>(
    manager: EntityManager,
    principal: Principal,
    table: RecordTable<V>,
    single: {
      readonly plan: {
        readonly records: RecordPlan<V>;
        readonly claims: readonly unknown[];
        readonly issues: readonly RowIssue[];
      };
      readonly audit: Omit<AuditEntry, 'subjectId'> & { readonly subjectKind: ScanSubject };
      readonly compoundIds: readonly string[];
      readonly writing: Writing;
      readonly fileId: string | null;
    },
  ): Promise<string> {
    requireRecord(single.plan);
    const [recordId] = [...(await writeRecords(manager, single.writing, table, single.plan.records)).values()];
    if (recordId === undefined) throw new Error(`the plan of a ${table.name} holds no record`);
    const { audit, fileId } = single;
    const scan = { subjectKind: audit.subjectKind, subjectId: recordId };
    if (fileId !== null) await this.attachScan(manager, principal, { ...scan, fileId });
    await this.close(manager, principal, { ...audit, subjectId: recordId }, single.compoundIds);
    return recordId;
  }

  /**
   * Withdraws a record that its own paper no longer supports: it is superseded from now on and stays readable as known.
   * Whoever has corrected it since keeps their correction.
   */
  async withdraw<V extends RecordValues>(
    manager: EntityManager,
    principal: Principal,
    table: RecordTable<V>,
    withdrawn: { readonly recordId: string; readonly documentNumber: string; readonly audit: AuditEntry },
  ): Promise<void> {
    const { recordId, documentNumber, audit } = withdrawn;
    const compoundIds = await withdrawRecord(manager, this.writing(principal), table, { recordId, documentNumber });
    await this.close(manager, principal, audit, compoundIds);
  }

  /** A scan must have been uploaded before a paper can name it. @throws DomainError `file.not-found` */
  async attachScan(manager: EntityManager, principal: Principal, scan: NewScan): Promise<void> {
    await this.scans.attach(manager, principal, scan);
  }

  /** The audit line, and the queue of verdicts; the last thing a use case does. */
  async close(
    manager: EntityManager,
    principal: Principal,
    entry: AuditEntry,
    compoundIds: readonly string[],
  ): Promise<void> {
    await this.auditLog.record(manager, principal, entry);
    await this.factChanges.record(manager, principal.cityId, { compoundIds });
  }
}
