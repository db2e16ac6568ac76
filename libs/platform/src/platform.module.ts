import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditLog } from './audit-log/audit-log.js';
import { SubjectLabels } from './audit-log/subject-labels.js';
import { Clock } from './clock.js';
import { CONFIG, type Config } from './config/config.js';
import { Seals } from './config/seals.js';
import { Database } from './database/database.js';
import { databaseOptions } from './database/database-options.js';
import { FileStore } from './files/file-store.js';
import { Ids } from './ids.js';
import { ImportsService } from './imports/imports.service.js';
import { ImportKinds } from './imports/running/import-kinds.js';
import { ImportRunner } from './imports/running/import-runner.js';
import { ImportUndo } from './imports/running/import-undo.js';
import { ImportWorkbooks } from './imports/workbook/import-workbooks.js';
import { FactChanges } from './jobs/fact-changes.js';
import { MessageChannels } from './notifications/message-channels.js';
import { MessageDispatcher } from './notifications/message-dispatcher.js';
import { Outbox } from './notifications/outbox.js';
import { PaperPrinter } from './paper/paper-printer.js';
import { SheetPrinter } from './paper/sheet-printer.js';

const IMPORTS = [ImportKinds, ImportRunner, ImportUndo, ImportWorkbooks, ImportsService];
const MESSAGES = [MessageChannels, MessageDispatcher, Outbox];
const PAPERS = [PaperPrinter, SheetPrinter];
const AUDIT = [AuditLog, SubjectLabels];
const SERVICES = [Clock, Ids, Seals, Database, FactChanges, FileStore, ...AUDIT, ...PAPERS, ...IMPORTS, ...MESSAGES];

/** Clock, ids, database, audit log, files and queue; global, so that contexts name only each other. */
@Module({})
export class PlatformModule {
  static for(config: Config, entities: readonly (new () => object)[], applicationName: string): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [TypeOrmModule.forRoot(databaseOptions(config.databaseUrl, entities, applicationName))],
      providers: [{ provide: CONFIG, useValue: config }, SubjectLabels, ...SERVICES],
      exports: [CONFIG, SubjectLabels, ...SERVICES],
    };
  }
}
