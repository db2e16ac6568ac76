import type { CompanyDirectory, ListedCompany } from '../companies/company-directory.js';
import type { ClaimDraft } from '../rows/claim-draft.js';
import { compoundsOfRow } from '../rows/compounds-of-row.js';
import type { CompoundDirectory } from '../rows/compound-directory.js';
import { ContractCalendar, type Hold } from './contract-calendar.js';
import {
  planRecords,
  withoutRepeats,
  type KnownRecord,
  type RecordDraft,
  type RecordPlan,
} from '../rows/record-plan.js';
import { rejected, type RowIssue } from '../rows/row-issue.js';
import { providerOf } from './service-provider.js';
import { decideService, type ServiceRow } from './service-rows.js';
import type { ClaimedServiceMode, ServiceModeCode } from './service-mode-words.js';

/** The columns of one service mode. */
export type ServiceValues = {
  readonly mode: ServiceModeCode;
  readonly companyId: string | null;
  readonly providerName: string | null;
  readonly documentNumber: string;
  readonly issuingBody: string;
  readonly issuedOn: string | null;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly filedOn: string | null;
};

/** A company that only a contract names, to be registered with it. */
export interface CompanyFromContract extends ListedCompany {
  readonly row: number;
}

export interface ServicePlan {
  readonly records: RecordPlan<ServiceValues>;
  readonly claims: readonly ClaimDraft<ClaimedServiceMode>[];
  readonly companies: readonly CompanyFromContract[];
  readonly issues: readonly RowIssue[];
}

/** What the register knows around the rows; companies named only by the rows are added to the directory. */
export interface ServiceContext {
  readonly compounds: CompoundDirectory;
  readonly companies: CompanyDirectory<ListedCompany & { readonly isBare: boolean }>;
  readonly known: readonly KnownRecord<ServiceValues>[];
  newId(): string;
}

/** Modes by which one company holds a compound for itself (条例 33). */
const EXCLUSIVE: ReadonlySet<string> = new Set(['P', 'M', 'B']);

/** Same paper, same compound and same first day: the same record. */
export function serviceKeys(values: ServiceValues, compoundIds: readonly string[]): string[] {
  return compoundIds.map((id) => `${values.documentNumber}|${values.effectiveFrom}|${id}`);
}

function holdOf(recordId: string, values: ServiceValues): Hold {
  const provider = values.companyId ?? values.providerName ?? '';
  const { documentNumber, effectiveFrom: from, effectiveTo: to } = values;
  return { recordId, provider, documentNumber, from, to };
}

/** Drops the drafts that would give a compound to a second company; those already on the register come first. */
function withoutOverlaps(
  known: readonly KnownRecord<ServiceValues>[],
  drafts: readonly RecordDraft<ServiceValues>[],
  issues: RowIssue[],
): RecordDraft<ServiceValues>[] {
  const calendar = new ContractCalendar();
  const recordOfKey = new Map<string, string>();
  for (const record of known) {
    for (const key of record.keys) recordOfKey.set(key, record.recordId);
    if (!EXCLUSIVE.has(record.values.mode)) continue;
    for (const compoundId of record.links) calendar.add(compoundId, holdOf(record.recordId, record.values));
  }
  const idOf = (draft: RecordDraft<ServiceValues>): string | undefined =>
    draft.keys.map((key) => recordOfKey.get(key)).find((id) => id !== undefined);
  const corrections = drafts.filter((draft) => idOf(draft) !== undefined);
  const newcomers = drafts.filter((draft) => idOf(draft) === undefined);
  const refused = new Set<number>();
  for (const draft of [...corrections, ...newcomers]) {
    if (!EXCLUSIVE.has(draft.values.mode)) continue;
    const hold = holdOf(idOf(draft) ?? `row ${draft.row}`, draft.values);
    const conflict = draft.links.map((id) => calendar.conflictWith(id, hold)).find((found) => found !== null);
    if (!conflict) {
      for (const id of draft.links) calendar.add(id, hold);
      continue;
    }
    refused.add(draft.row);
    const params = { documentNumber: conflict.documentNumber, from: conflict.from, to: conflict.to ?? '未定' };
    const value = draft.values.documentNumber;
    issues.push(rejected(draft.row, 'service-mode.contracts-overlap', { column: 'documentNumber', value, params }));
  }
  return drafts.filter((draft) => !refused.has(draft.row));
}

/** 连片打包: rows of one paper with the same days become one record of several compounds. */
function bundled(drafts: readonly RecordDraft<ServiceValues>[]): {
  drafts: RecordDraft<ServiceValues>[];
  rowsOf: Map<number, number[]>;
} {
  const bundles = new Map<string, RecordDraft<ServiceValues>>();
  const rowsOf = new Map<number, number[]>();
  for (const draft of drafts) {
    const { mode, documentNumber, effectiveFrom, effectiveTo } = draft.values;
    const key = mode === 'B' ? `${documentNumber}|${effectiveFrom}|${effectiveTo}` : `row ${draft.row}`;
    const bundle = bundles.get(key);
    const first = bundle ?? draft;
    rowsOf.set(first.row, [...(rowsOf.get(first.row) ?? []), draft.row]);
    const links = [...new Set([...(bundle?.links ?? []), ...draft.links])];
    bundles.set(key, { ...first, links, keys: serviceKeys(first.values, links) });
  }
  return { drafts: [...bundles.values()], rowsOf };
}

/** A doubt about a company is told by the first row that names it; a firm of a hundred contracts is one doubt. */
function companiesWarnedOnce(issues: readonly RowIssue[]): RowIssue[] {
  const told = new Set<string>();
  return issues.filter((issue) => {
    if (issue.severity !== 'warning' || !issue.code.startsWith('company.')) return true;
    const key = `${issue.code}|${issue.value}`;
    return !told.has(key) && told.add(key);
  });
}

/** Decides every row of a list of service modes against what the register knows. */
export function planServices(rows: readonly ServiceRow[], context: ServiceContext): ServicePlan {
  const issues: RowIssue[] = [];
  const claims: ClaimDraft<ClaimedServiceMode>[] = [];
  const companies: CompanyFromContract[] = [];
  const drafts: RecordDraft<ServiceValues>[] = [];
  for (const row of rows) {
    const decision = decideService(row, issues);
    const compoundIds = decision.kind === 'rejected' ? null : compoundsOfRow(row, context.compounds, issues);
    if (compoundIds === null || decision.kind === 'rejected') continue;
    if (decision.kind === 'claim') {
      claims.push({ row: row.row, subjectIds: compoundIds, mode: decision.mode, words: decision.words });
      continue;
    }
    const provider = providerOf(row, decision, { ...context, registered: companies }, issues);
    if (provider === null) continue;
    const { documentNumber, issuingBody, from, to } = row.document;
    const values: ServiceValues = {
      mode: decision.mode,
      companyId: provider.companyId,
      providerName: decision.providerName,
      documentNumber: documentNumber as string,
      issuingBody: issuingBody as string,
      issuedOn: row.issuedOn,
      effectiveFrom: from as string,
      effectiveTo: to,
      filedOn: row.filedOn,
    };
    drafts.push({ row: row.row, keys: serviceKeys(values, compoundIds), values, links: compoundIds });
  }
  const single = withoutRepeats(withoutOverlaps(context.known, drafts, issues), issues);
  const fitting = bundled(single.drafts);
  const records = planRecords(context.known, fitting.drafts);
  const unchanged = [...records.unchanged.flatMap((row) => fitting.rowsOf.get(row) ?? [row]), ...single.repeats];
  // A company that only a refused row named is not registered.
  const serving = new Set(fitting.drafts.map((draft) => draft.values.companyId));
  return {
    records: { ...records, unchanged },
    claims,
    companies: companies.filter(({ id }) => serving.has(id)),
    issues: companiesWarnedOnce(issues),
  };
}
