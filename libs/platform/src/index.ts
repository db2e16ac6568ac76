// How refusals are told is kernel's, for whoever runs without a server; the contexts meet it here.
export { fillTemplate, languageOf, statusOfKind, titleOfStatus, type Language, type Problem } from '#libs/kernel';
export { AuditLine } from './audit-log/audit-line.entity.js';
export { AuditLog, type AuditEntry, type ManyEntry } from './audit-log/audit-log.js';
export { SubjectLabels } from './audit-log/subject-labels.js';
export { Clock } from './clock.js';
export { CONFIG, readConfig, type Config, type OidcConfig, type SmsConfig } from './config/config.js';
export { Seals } from './config/seals.js';
export { City, type CryptoSuite } from './database/city.entity.js';
export { cityOfCode } from './database/city-of-code.js';
export { CityStampRow } from './database/city-stamp.entity.js';
export { isRetryable, translateDatabaseError } from './database/database-error.js';
export { databaseOptions } from './database/database-options.js';
export { Database, enterCity, type CityStamp, type Closing } from './database/database.js';
export { GroupCommit } from './database/group-commit.js';
export { SnakeNamingStrategy } from './database/naming-strategy.js';
export { documentKindOf, isShown, type DocumentKind } from './files/document-kind.js';
export { eachRow, READ_BY_KEY, readByKey, readWhole, rowsOf, type Row, type Statement } from './database/rows.js';
export { StoredFile } from './files/file.entity.js';
export { fileErrors } from './files/file.errors.js';
export { contentDisposition, nameFor, plainName } from './files/file-name.js';
export { sentFile } from './files/sent-file.js';
export { FileStore } from './files/file-store.js';
export { zipOf, type ZippedFile } from './files/zip-stream.js';
export { FileUpload } from './files/file-upload.entity.js';
export { isIdempotencyKey } from './http/idempotency-key.js';
export {
  ALLOW_KEY,
  Allow,
  CurrentPrincipal,
  CurrentSignIn,
  Public,
  PUBLIC_KEY,
  STEP_UP_KEY,
  type StepUpKind,
  StepUp,
  type SignedIn,
} from './http/access.decorators.js';
export { BoundedMap } from './http/bounded-map.js';
export { TokenBuckets } from './http/token-buckets.js';
export { declaredConstraints, declaredErrorCodes, defineErrors, errorDefinition } from './http/error-registry.js';
export { said } from './http/field-messages.js';
export { DEFAULT_LIMIT, foreignCursor, IdPageQuery, PageQuery, pageOf, type Page } from './http/page.js';
export { LARGEST_BODY, LARGEST_UPLOAD, ProblemFilter, sendProblem } from './http/problem.filter.js';
export { invalidFields, problemOf } from './http/problem.js';
export { refuseField, refuseFields } from './http/refused-fields.js';
export { RequestValidation } from './http/validation.pipe.js';
export { IsDay, IsFen, IsFlag, IsInstant, isInstant } from './http/validators.js';
export { Ids } from './ids.js';
export type { Bilingual, CellType, IssueParams, Reading } from './imports/cells/cell-type.js';
export { Misread, Noted } from './imports/cells/cell-type.js';
export { floorArea } from './imports/cells/area-cells.js';
export { cleanText, matchingText, nothingSaid, ownText, saysNone } from './imports/cells/clean-text.js';
export { day, dayOfText, year } from './imports/cells/day-cells.js';
export { count, decimal, integer, percentage } from './imports/cells/number-cells.js';
export { point, type Point } from './imports/cells/point-cells.js';
export { choice, code, nameList, text, yesNo } from './imports/cells/text-cells.js';
export { ImportIssue } from './imports/import-issue.entity.js';
export { readTables, type ReadTables, type TextRow } from './imports/read-tables.js';
export type { ImportBrief, ImportLine, ImportReport, ReportedIssue } from './imports/import-report.js';
export { ImportRun, type ImportStatus } from './imports/import.entity.js';
export { importErrors } from './imports/import.errors.js';
export type { IssueItem, IssuePage } from './imports/imports.queries.js';
export { ImportsService } from './imports/imports.service.js';
export { importIssues } from './imports/import.issues.js';
export {
  declaredIssueCodes,
  defineIssues,
  issueText,
  type IssueLanguage,
  type IssueTexts,
} from './imports/issue-texts.js';
export { defineColumns, type ImportColumn, type ImportColumns, type RowOf } from './imports/rows/import-columns.js';
export { ImportRow, type Said } from './imports/rows/import-row.js';
export { IssueReport, type Issue, type IssueSeverity } from './imports/rows/issue-report.js';
export type {
  BatchPlan,
  ImportContext,
  ImportKind,
  ImportOutcome,
  ImportSession,
  UndoContext,
} from './imports/running/import-kind.js';
export { ImportKinds } from './imports/running/import-kinds.js';
export type { ImportProgress, ImportRequest } from './imports/running/import-runner.js';
export { listNameOf } from './imports/running/list-name.js';
export { takeTurns } from './imports/running/take-turns.js';
export { ImportWorkbooks, type Download } from './imports/workbook/import-workbooks.js';
export { safeText, tableWorkbook, type TableCell, type TableSheet } from './imports/workbook/table-workbook.js';
export { FactChange } from './jobs/fact-change.entity.js';
export { FactChanges, type TouchedFacts } from './jobs/fact-changes.js';
export { Rounds } from './jobs/rounds.js';
export { MessageChannels } from './notifications/message-channels.js';
export { MessageDispatcher } from './notifications/message-dispatcher.js';
export { Outbox, type NewMessage } from './notifications/outbox.js';
export { OutboxMessage } from './notifications/outbox-message.entity.js';
export { factsTable, lineAcross, paragraph, RED, signedBelow, SOFT, THIN_LINES } from './paper/paper-parts.js';
export { PaperPrinter, type Paper, type PaperContent } from './paper/paper-printer.js';
export type { SheetBlock } from './paper/sheet-pen.js';
export { SheetPrinter, type Sheet, type SheetFile } from './paper/sheet-printer.js';
export { platformErrors } from './platform.errors.js';
export { PlatformModule } from './platform.module.js';
