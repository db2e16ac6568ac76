import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, FactChanges, Ids, StoredFile, type AuditEntry } from '#libs/platform';
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
  ) {}

  /** The instant, the author and the source of everything that one use case writes. */
  writing(principal: Principal, importId: string | null = null): Writing {
    const { cityId, actor } = principal;
    return { cityId, at: this.clock.now(), recordedBy: actor.name, importId, newId: () => this.ids.next() };
  }

  /**
   * Waits for whoever else registers evidence in this city, by hand or by list (the key is that of imports): two who
   * look at once for contracts over the same days would both find none. First in a transaction, before any read.
   */
  async takeTurns(manager: EntityManager, principal: Principal): Promise<void> {
    const text = `SELECT pg_advisory_xact_lock(hashtextextended('import:' || $1, 0))`;
    await manager.query(text, [principal.cityId]);
  }

  /**
   * Registers or corrects the one record of a plan.
   * @returns its record id
   * @throws DomainError for whatever is wrong with it, see {@link requireRecord}
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
      readonly audit: Omit<AuditEntry, 'subjectId'>;
      readonly compoundIds: readonly string[];
      readonly writing: Writing;
    },
  ): Promise<string> {
    requireRecord(single.plan);
    await this.requireFile(manager, principal, single.plan.records);
    const [recordId] = [...(await writeRecords(manager, single.writing, table, single.plan.records)).values()];
    if (recordId === undefined) throw new Error(`the plan of a ${table.name} holds no record`);
    await this.close(manager, principal, { ...single.audit, subjectId: recordId }, single.compoundIds);
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

  /** A scan must have been uploaded before a paper can name it. @throws DomainError `request.not-found` */
  private async requireFile<V extends RecordValues>(
    manager: EntityManager,
    principal: Principal,
    { inserts, updates }: RecordPlan<V>,
  ): Promise<void> {
    const id = (inserts[0] ?? updates[0]?.draft)?.values.fileId;
    if (typeof id !== 'string') return;
    const kept = await manager.existsBy(StoredFile, { cityId: principal.cityId, id });
    if (!kept) throw new DomainError('request.not-found', { what: '文件' });
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
