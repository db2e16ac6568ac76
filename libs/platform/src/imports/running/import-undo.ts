import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../audit-log/audit-log.js';
import { Clock } from '../../clock.js';
import { FactChanges } from '../../jobs/fact-changes.js';
import { ImportRun } from '../import.entity.js';
import { ImportKinds } from './import-kinds.js';
import { planForGrowth } from './plan-for-growth.js';
import { takeTurns } from './take-turns.js';

/** Takes whole imports back, inside a transaction that the caller opened. */
@Injectable()
export class ImportUndo {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
    private readonly factChanges: FactChanges,
  ) {}

  /**
   * Lets the kind take back what the import wrote, and marks it as undone.
   * @throws DomainError `request.not-found`, `import.not-undoable`, and why the kind refuses
   */
  async undo(manager: EntityManager, principal: Principal, importId: string): Promise<ImportRun> {
    await takeTurns(manager, principal);
    const key = { cityId: principal.cityId, id: importId };
    const run = await manager.findOne(ImportRun, { where: key, lock: { mode: 'pessimistic_write' } });
    if (!run) throw new DomainError('request.not-found', { what: { zh: '导入记录', en: 'import' } });
    if (run.status !== 'done' || run.dryRun) {
      throw new DomainError('import.not-undoable', { status: run.dryRun ? 'dry-run' : run.status });
    }
    await planForGrowth(manager);
    const now = this.clock.now();
    const touched = await this.kinds.get(run.kind).undo({ manager, principal, run, now });
    const change = { status: 'undone' as const, undoneAt: now, undoneBy: principal.actor.name };
    await manager.update(ImportRun, key, change);
    await this.auditLog.record(manager, principal, {
      action: 'import.undo',
      subjectKind: 'import',
      subjectId: importId,
      before: { kind: run.kind, listName: run.listName, accepted: run.accepted },
    });
    if (touched) await this.factChanges.record(manager, principal.cityId, touched);
    return Object.assign(run, change);
  }
}
