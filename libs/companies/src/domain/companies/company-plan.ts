import type { Day } from '#libs/kernel';
import { explainCreditCode } from '../credit-code.js';
import { CompanyDirectory } from './company-directory.js';
import { contradicting, rejected, repeated, warned, type RowIssue } from '../rows/row-issue.js';

/** What a list says of a company; null where it is silent. */
export type CompanyValues = {
  readonly name: string;
  readonly creditCode: string | null;
  readonly address: string | null;
  readonly contact: string | null;
  readonly registeredOn: Day | null;
  readonly documentNumber: string | null;
  readonly issuingBody: string | null;
};

export interface CompanyRow {
  readonly row: number;
  readonly values: CompanyValues;
}

/** A company on the register. */
export type KnownCompany = CompanyValues & { readonly id: string };

export interface CompanyPlan {
  readonly inserts: readonly { readonly row: number; readonly id: string; readonly values: CompanyValues }[];
  readonly updates: readonly { readonly row: number; readonly id: string; readonly values: CompanyValues }[];
  readonly unchanged: readonly number[];
  readonly issues: readonly RowIssue[];
}

/** Nothing is known of the company but that a contract names it. */
export function isBare(company: CompanyValues): boolean {
  const { address, contact, registeredOn, documentNumber, issuingBody } = company;
  return [address, contact, registeredOn, documentNumber, issuingBody].every((value) => value === null);
}

/** The entry after the list has spoken: what it is silent about stays. */
function completed(known: CompanyValues, told: CompanyValues): CompanyValues {
  const keys = Object.keys(told) as (keyof CompanyValues)[];
  return Object.fromEntries(keys.map((key) => [key, told[key] ?? known[key]])) as CompanyValues;
}

function sameValues(one: CompanyValues, other: CompanyValues): boolean {
  return (Object.keys(one) as (keyof CompanyValues)[]).every((key) => one[key] === other[key]);
}

/** A code that fails its check is kept: genuine ones that fail exist (GB 32100-2015 in practice). */
export function creditCodeWarnings(row: number, creditCode: string | null): RowIssue[] {
  const explained = creditCode === null ? null : explainCreditCode(creditCode);
  if (explained === null) return [];
  return [warned(row, 'company.credit-code-doubtful', { column: 'creditCode', value: creditCode, params: explained })];
}

/** Told of every row that shares its name, so that the same list sent again is told the same. */
function namesakes(rows: readonly CompanyRow[], directory: CompanyDirectory<KnownCompany>): RowIssue[] {
  return rows
    .filter(({ values }) => directory.bearersOf(values.name) > 1)
    .map(({ row, values: { name } }) =>
      warned(row, 'company.namesake', { column: 'name', value: name, params: { company: name } }),
    );
}

/**
 * Compares a list of companies with the register. An equal credit code, else an equal normalised name, is the same
 * company; a namesake with another code is another company, and people are told so.
 */
export function planCompanies(
  rows: readonly CompanyRow[],
  known: readonly KnownCompany[],
  newId: () => string,
): CompanyPlan {
  const directory = new CompanyDirectory<KnownCompany>(known);
  const firstOf = new Map<string, CompanyRow>();
  const inserts: CompanyPlan['inserts'][number][] = [];
  const updates: CompanyPlan['updates'][number][] = [];
  const unchanged: number[] = [];
  const issues: RowIssue[] = [];
  for (const { row, values } of rows) {
    const { name, creditCode } = values;
    const found = directory.find({ creditCode, name });
    if (found.kind === 'ambiguous') {
      issues.push(rejected(row, 'company.ambiguous', { column: 'name', value: name, params: { company: name } }));
      continue;
    }
    const id = found.kind === 'found' ? found.company.id : newId();
    const first = firstOf.get(id);
    if (first) {
      const same = sameValues(completed(first.values, values), first.values);
      if (same) unchanged.push(row);
      issues.push((same ? repeated : contradicting)(row, first.row));
      continue;
    }
    firstOf.set(id, { row, values });
    issues.push(...creditCodeWarnings(row, creditCode));
    const after = found.kind === 'found' ? completed(found.company, values) : values;
    if (found.kind === 'found' && sameValues(after, found.company)) unchanged.push(row);
    else (found.kind === 'found' ? updates : inserts).push({ row, id, values: after });
    directory.add({ ...after, id });
  }
  const same = new Set(unchanged);
  const taken = [...inserts, ...updates, ...rows.filter(({ row }) => same.has(row))];
  return { inserts, updates, unchanged, issues: [...issues, ...namesakes(taken, directory)] };
}
