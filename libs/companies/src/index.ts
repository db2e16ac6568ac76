export { CompaniesModule } from './companies.module.js';
export { companyErrors } from './companies.errors.js';
export { companyIssues } from './companies.issues.js';
export { CompanyHistory } from './companies/company-history.entity.js';
export { Company } from './companies/company.entity.js';
export { CompanyQueries } from './companies/companies.queries.js';
export { CompoundDirectories } from './compounds.queries.js';
export { DocumentColumns } from './document.columns.js';
export { CompanyDirectory, type ListedCompany } from './domain/companies/company-directory.js';
export { isBare, type KnownCompany } from './domain/companies/company-plan.js';
export {
  checkCreditCode,
  creditCodeCheckSign,
  explainCreditCode,
  normalizeCreditCode,
  type CreditCodeCheck,
} from './domain/credit-code.js';
export type { ClaimDraft } from './domain/rows/claim-draft.js';
export {
  CompoundDirectory,
  foundIds,
  type CompoundReference,
  type ListedCompound,
} from './domain/rows/compound-directory.js';
export { compoundsOfRow } from './domain/rows/compounds-of-row.js';
export { daysInOrder, standingOf, type NamedDocument, type Standing } from './domain/rows/evidence.js';
export {
  planDrafts,
  type KnownRecord,
  type RecordDraft,
  type RecordPlan,
  type RecordValues,
} from './domain/rows/record-plan.js';
export { onlyAClaim, rejected, repeated, warned, type RowIssue } from './domain/rows/row-issue.js';
export { SERVICE_MODE_WORDS, SERVICE_MODES, type ServiceModeCode } from './domain/services/service-mode-words.js';
export { SERVICE_SIGN_KINDS, SERVICE_SIGN_WORDS, type ServiceSignKind } from './domain/services/service-sign-words.js';
export { errorsOfIssues } from './issue-errors.js';
export { claimCounts } from './lists/claim-counts.js';
export { ClaimKeeper, type KeptClaims, type ToldClaims } from './lists/claim-keeper.js';
export {
  COMPOUND_REFERENCE_COLUMNS,
  DOCUMENT_NUMBER_COLUMN,
  FIRST_DAY_TYPE,
  LAST_DAY_TYPE,
  referenceOf,
} from './lists/list-columns.js';
export { ListKeeper } from './lists/list-keeper.js';
export { wholeList, type ListOutcome } from './lists/whole-list.js';
export { RecordColumns } from './record.columns.js';
export { recordIssues } from './record.issues.js';
export { knownRecords, type WantedRecords } from './records/known-records.js';
export { RecordKeeper } from './records/record-keeper.js';
export { DOCUMENT_COLUMN_TYPES, type RecordTable } from './records/record-table.js';
export type { Writing } from './records/write-records.js';
export { ServiceModeCompound } from './services/service-mode-compound.entity.js';
export { ServiceMode } from './services/service-mode.entity.js';
export { documentOf, DocumentRequest, RecordedResponse } from './services/service-modes.dto.js';
export { ServiceModeQueries } from './services/service-modes.queries.js';
export { ServiceSign } from './signs/service-sign.entity.js';
