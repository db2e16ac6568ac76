import type { CompanyDirectory, ListedCompany } from '../companies/company-directory.js';
import { creditCodeWarnings } from '../companies/company-plan.js';
import { rejected, warned, type RowIssue } from '../rows/row-issue.js';
import { COMPANY_MODES, type ServiceDecision, type ServiceRow } from './service-rows.js';
import { comparable } from '../rows/words.js';

interface ProviderContext {
  readonly companies: CompanyDirectory<ListedCompany & { readonly isBare: boolean }>;
  /** Companies to be registered with the list; newly named ones are added. */
  readonly registered: (ListedCompany & { readonly row: number })[];
  newId(): string;
}

/** Whether the provider of this mode is a company even when nobody has registered it yet. */
function isCompany(row: ServiceRow, mode: string, name: string): boolean {
  if (COMPANY_MODES.has(mode)) return true;
  const mayBe = mode === 'M' || mode === 'E';
  return mayBe && (row.creditCode !== null || /公司|集团|企业/.test(comparable(name)));
}

/**
 * The company behind an evidence row: known by its code or name, else registered from the row with a warning that stays
 * until a list of companies tells more. Null with the reason in `issues` when it cannot be told which is meant.
 */
export function providerOf(
  row: ServiceRow,
  decision: Extract<ServiceDecision, { kind: 'evidence' }>,
  context: ProviderContext,
  issues: RowIssue[],
): { companyId: string | null } | null {
  const { providerName: name } = decision;
  const { creditCode } = row;
  if (name === null && creditCode === null) return { companyId: null };
  issues.push(...creditCodeWarnings(row.row, creditCode));
  const found = context.companies.find({ creditCode, name });
  const about = { column: 'company', value: name ?? creditCode, params: { company: name ?? creditCode ?? '' } };
  if (found.kind === 'ambiguous') {
    issues.push(rejected(row.row, 'company.ambiguous', about));
    return null;
  }
  if (found.kind === 'found') {
    if (found.company.isBare) issues.push(warned(row.row, 'company.only-in-contracts', about));
    return { companyId: found.company.id };
  }
  if (name === null) {
    issues.push(rejected(row.row, 'company.unknown-code', { ...about, column: 'creditCode' }));
    return null;
  }
  if (!isCompany(row, decision.mode, name)) return { companyId: null };
  const company = { id: context.newId(), name, creditCode, isBare: true };
  context.companies.add(company);
  context.registered.push({ ...company, row: row.row });
  issues.push(warned(row.row, 'company.only-in-contracts', about));
  return { companyId: company.id };
}
