import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { Ids } from '../ids.js';
import { lineOf, reportOf, type ImportLine, type ImportReport } from './import-report.js';
import { ImportRun } from './import.entity.js';
import { importIssuesOf, importRunsOf, type IssueItem, type IssuePage } from './imports.queries.js';
import { FileSource } from './reading/file-source.js';
import { ImportKinds } from './running/import-kinds.js';
import { fileOf, ImportRunner, type ImportRequest } from './running/import-runner.js';
import { ImportUndo } from './running/import-undo.js';
import { listNameOf } from './running/list-name.js';

/** Imports lists, tells about them, and takes them back. Who may do so is the caller's question. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly kinds: ImportKinds,
    private readonly runner: ImportRunner,
    private readonly undoing: ImportUndo,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * Imports one file in one transaction: good rows go in, bad ones are told, and a refused file writes nothing but the
   * record of its refusal.
   * @throws DomainError every code of `importErrors`, and those of the kind
   */
  async run(principal: Principal, request: ImportRequest): Promise<ImportReport> {
    this.kinds.get(request.kind);
    const id = request.id ?? this.ids.next();
    try {
      return await this.database.transaction(principal, async (manager) => {
        await this.runner.run(manager, principal, { ...request, id });
        return wholeReport(manager, principal.cityId, id);
      });
    } catch (thrown) {
      if (thrown instanceof DomainError && thrown.code !== 'import.file-missing') {
        await this.recordRefusal(principal, { ...request, id }, thrown);
      }
      throw thrown;
    }
  }

  /** Takes back everything that one import wrote. @throws DomainError `request.not-found`, `import.not-undoable` */
  undo(principal: Principal, importId: string): Promise<ImportReport> {
    return this.database.transaction(principal, async (manager) => {
      await this.undoing.undo(manager, principal, importId);
      return wholeReport(manager, principal.cityId, importId);
    });
  }

  /** One import with all its issues. @throws DomainError `request.not-found` */
  report(principal: Principal, importId: string): Promise<ImportReport> {
    return this.database.transaction(principal, (manager) => wholeReport(manager, principal.cityId, importId));
  }

  /** A page of one import's issues. @throws DomainError `request.not-found` */
  issues(
    principal: Principal,
    importId: string,
    page: IssuePage,
  ): Promise<{ items: IssueItem[]; next: string | null }> {
    return this.database.transaction(principal, async (manager) => {
      await found(manager, principal.cityId, importId);
      return importIssuesOf(manager, principal.cityId, importId, page);
    });
  }

  /** The city's imports, newest first. */
  list(
    principal: Principal,
    page: { kind?: string; startedById?: string; after?: string; limit: number },
  ): Promise<{ items: ImportLine[]; next: string | null }> {
    return this.database.transaction(principal, async (manager) => {
      const { items, next } = await importRunsOf(manager, principal.cityId, page);
      return { items: items.map(lineOf), next };
    });
  }

  /** A refusal is worth remembering: who sent what, and why it was sent back. */
  private async recordRefusal(
    principal: Principal,
    request: ImportRequest & { id: string },
    refusal: DomainError,
  ): Promise<void> {
    const source = await FileSource.of(fileOf(request), request.fileName).catch(() => null);
    const fileSha256 = source ? await source.sha256() : '';
    const now = this.clock.now();
    const run = {
      cityId: principal.cityId,
      id: request.id,
      kind: request.kind,
      listName: request.list ?? listNameOf(request.fileName),
      fileName: request.fileName,
      fileSha256,
      asOf: request.asOf ?? this.clock.today(),
      dryRun: request.dryRun ?? false,
      status: 'refused' as const,
      refusal: { code: refusal.code, params: refusal.params },
      startedAt: now,
      finishedAt: now,
      startedBy: principal.actor.name,
      startedById: principal.actor.id,
    };
    await this.database.transaction(principal, (manager) => manager.insert(ImportRun, run));
  }
}

async function found(manager: EntityManager, cityId: number, id: string): Promise<ImportRun> {
  const run = await manager.findOneBy(ImportRun, { cityId, id });
  if (!run) throw new DomainError('request.not-found', { what: { zh: '导入记录', en: 'import' } });
  return run;
}

async function wholeReport(manager: EntityManager, cityId: number, id: string): Promise<ImportReport> {
  const run = await found(manager, cityId, id);
  const { items } = await importIssuesOf(manager, cityId, id);
  return reportOf(run, items);
}
