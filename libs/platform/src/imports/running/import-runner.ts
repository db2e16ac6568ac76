import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../audit-log/audit-log.js';
import { Clock } from '../../clock.js';
import { FileStore } from '../../files/file-store.js';
import { FactChanges } from '../../jobs/fact-changes.js';
import { ImportRun } from '../import.entity.js';
import type { IssueLanguage } from '../issue-texts.js';
import type { ImportFile } from '../reading/file-source.js';
import type { ImportLimits } from '../reading/limits.js';
import { ImportList } from '../rows/import-list.js';
import { IssueReport } from '../rows/issue-report.js';
import type { ImportKind, ImportOutcome, ImportSession } from './import-kind.js';
import { ImportKinds } from './import-kinds.js';
import { IssueLog } from './issue-log.js';
import { listNameOf } from './list-name.js';
import { countAfterGrowth, planForGrowth } from './plan-for-growth.js';
import { readAhead } from './read-ahead.js';
import { takeTurns } from './take-turns.js';

/** What somebody asks for when they send a list: the file by its bytes, or by its path on this machine. */
export type ImportRequest = ({ readonly bytes: Buffer } | { readonly path: string }) & {
  readonly kind: string;
  readonly fileName: string;
  /** The list's identity; by default the file's name without extension and endings of copies. */
  readonly list?: string;
  /** The day for which the list speaks; today by default. */
  readonly asOf?: Day;
  readonly dryRun?: boolean;
  readonly language?: IssueLanguage;
  readonly limits?: ImportLimits;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** The id under which the import will be known, when the caller must name it before it ends. */
  readonly id?: string;
};

/** How far an import is; `share` of the file from 0 to 1, or null while it cannot be known. */
export interface ImportProgress {
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly share: number | null;
}

/** The file of a request, whichever way it was named. */
export function fileOf(request: ImportRequest): ImportFile {
  return 'bytes' in request ? request.bytes : request.path;
}

interface Counts {
  rows: number;
  accepted: number;
  unchanged: number;
}

interface Run {
  readonly manager: EntityManager;
  readonly row: ImportRun;
  readonly list: ImportList<ImportKind['columns']>;
  readonly report: IssueReport;
  readonly log: IssueLog;
  readonly counts: Counts;
}

const SAVEPOINT = 'import_dry_run';

/** Runs one list through its kind, inside a transaction that the caller opened. */
@Injectable()
export class ImportRunner {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
    private readonly factChanges: FactChanges,
    private readonly files: FileStore,
  ) {}

  /**
   * Reads, judges and writes a whole file. A dry run does the same and rolls back to where it began, so that it can
   * never promise what the real run would not keep; only its report stays.
   * @throws DomainError when the file is refused; the caller's transaction must then be rolled back
   */
  async run(manager: EntityManager, principal: Principal, request: ImportRequest & { id: string }): Promise<ImportRun> {
    const kind = this.kinds.get(request.kind);
    await takeTurns(manager, principal);
    await planForGrowth(manager);
    const { limits } = request;
    const list = await ImportList.open(fileOf(request), request.fileName, {
      shape: kind,
      ...(limits ? { limits } : {}),
    });
    try {
      const row = await this.started(list, principal, request);
      await manager.insert(ImportRun, row as object);
      const report = new IssueReport(kind.columns, request.language);
      const log = new IssueLog(principal.cityId, row.id);
      const run: Run = { manager, row, list, report, log, counts: { rows: 0, accepted: 0, unchanged: 0 } };
      const outcome = await this.imported(run, kind, principal, request);
      const fileId = await this.kept(run, principal, { ...request, isPersonal: kind.isPersonal ?? false });
      await this.concluded(run, principal, { ...outcome, fileId });
      return row;
    } finally {
      await list.close();
    }
  }

  private async started(
    list: Run['list'],
    principal: Principal,
    request: ImportRequest & { id: string },
  ): Promise<ImportRun> {
    return Object.assign(new ImportRun(), {
      cityId: principal.cityId,
      id: request.id,
      kind: request.kind,
      listName: request.list ?? list.mark?.listName ?? listNameOf(request.fileName),
      fileName: request.fileName,
      fileSha256: await list.sha256(),
      asOf: request.asOf ?? this.clock.today(),
      dryRun: request.dryRun ?? false,
      templateVersion: list.mark ? String(list.mark.version) : null,
      status: 'running' as const,
      startedAt: this.clock.now(),
      startedBy: principal.actor.name,
      startedById: principal.actor.id,
    });
  }

  private async imported(
    run: Run,
    kind: ImportKind,
    principal: Principal,
    request: ImportRequest,
  ): Promise<ImportOutcome> {
    const { manager, row, list, report } = run;
    if (row.dryRun) await manager.query(`SAVEPOINT ${SAVEPOINT}`);
    const { id: importId, listName, asOf, startedAt: now, dryRun } = row;
    const fields = new Set(list.layout.fields.keys());
    const session = await kind.begin({ manager, principal, importId, listName, asOf, now, dryRun, fields, report });
    list.warnOfFile(report);
    await this.allBatches(run, session, request);
    const outcome = await session.finish();
    run.counts.accepted += outcome.accepted ?? 0;
    run.counts.unchanged += outcome.unchanged ?? 0;
    if (row.dryRun) await manager.query(`ROLLBACK TO SAVEPOINT ${SAVEPOINT}`);
    return outcome;
  }

  private async allBatches(run: Run, session: ImportSession, request: ImportRequest): Promise<void> {
    const { manager, list, report, log, counts } = run;
    for await (const batch of readAhead(list.batches(report, request.limits))) {
      const plan = await session.plan(batch.rows);
      counts.rows += batch.read;
      counts.accepted += plan.accepted;
      counts.unchanged += plan.unchanged;
      await session.write(plan.work);
      log.add(report.take());
      // Issues written inside a dry run would be rolled back with everything else.
      if (!run.row.dryRun) await log.write(manager);
      const { rows, accepted } = counts;
      request.onProgress?.({ rows, accepted, rejected: report.rejectedRows, share: list.share });
    }
  }

  /** Keeps the bytes, so that the workbook of errors can be made from the rows as they were sent. */
  private async kept(
    run: Run,
    principal: Principal,
    request: ImportRequest & { readonly isPersonal: boolean },
  ): Promise<string> {
    const bytes = 'bytes' in request ? request.bytes : await readFile(request.path);
    const { fileName: name, isPersonal } = request;
    const upload = { name, mediaType: 'application/octet-stream', bytes, isPersonal };
    return (await this.files.keep(run.manager, principal, upload)).id;
  }

  private async concluded(
    run: Run,
    principal: Principal,
    outcome: ImportOutcome & { readonly fileId: string },
  ): Promise<void> {
    const { manager, row, report, counts } = run;
    run.log.add(report.take());
    await run.log.write(manager);
    const conclusion = {
      ...counts,
      status: 'done' as const,
      rejected: report.rejectedRows,
      warnings: report.warnings,
      duplicates: report.duplicates,
      extraColumns: [...run.list.extraColumns],
      claims: outcome.claims ?? null,
      fileId: outcome.fileId,
      finishedAt: this.clock.now(),
    };
    Object.assign(row, conclusion);
    await manager.update(ImportRun, { cityId: row.cityId, id: row.id }, conclusion);
    const { kind, listName, fileSha256, rows, accepted, rejected } = row;
    await this.auditLog.record(manager, principal, {
      action: row.dryRun ? 'import.dry-run' : 'import.run',
      subjectKind: 'import',
      subjectId: row.id,
      after: { kind, listName, fileSha256, rows, accepted, rejected },
    });
    if (!row.dryRun) await countAfterGrowth(manager, accepted);
    // Last, because it holds the city's counter until the commit.
    if (!row.dryRun && outcome.touched) await this.factChanges.record(manager, row.cityId, outcome.touched);
  }
}
