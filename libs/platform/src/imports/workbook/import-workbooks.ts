import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Database } from '../../database/database.js';
import { FileStore } from '../../files/file-store.js';
import { ImportRun } from '../import.entity.js';
import { importIssuesOf } from '../imports.queries.js';
import type { IssueLanguage } from '../issue-texts.js';
import { ImportKinds } from '../running/import-kinds.js';
import { errorWorkbook } from './error-workbook.js';
import { templateWorkbook } from './template-workbook.js';

/** A file to hand out. */
export interface Download {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** The workbooks of imports: templates to fill in, and rejected rows to mend. */
@Injectable()
export class ImportWorkbooks {
  constructor(
    private readonly database: Database,
    private readonly kinds: ImportKinds,
    private readonly files: FileStore,
  ) {}

  /** @throws DomainError `import.kind-unknown` */
  async template(kindName: string, language: IssueLanguage = 'zh'): Promise<Download> {
    const kind = this.kinds.get(kindName);
    const title = language === 'zh' ? `${kind.label.zh}模板` : `${kind.label.en} template`;
    return { fileName: `${title}-v${kind.version}.xlsx`, bytes: await templateWorkbook(kind, language) };
  }

  /** The rows that one import rejected, as they were sent. @throws DomainError `request.not-found` */
  async errors(principal: Principal, importId: string, language: IssueLanguage = 'zh'): Promise<Download> {
    const { cityId } = principal;
    const { run, faults, file } = await this.database.transaction(principal, async (manager) => {
      const run = await manager.findOneBy(ImportRun, { cityId, id: importId });
      if (!run?.fileId)
        throw new DomainError('request.not-found', { what: { zh: '导入记录的原文件', en: 'file of the import' } });
      const { items } = await importIssuesOf(manager, cityId, importId, { severity: 'rejected' });
      return { run, faults: items, file: await this.files.read(manager, principal, run.fileId) };
    });
    const shape = this.kinds.get(run.kind);
    const { fileName, listName: list } = run;
    const bytes = await errorWorkbook({ file: file.bytes, fileName, shape, list, faults, language });
    return { fileName: `${list}-待修改.xlsx`, bytes };
  }
}
