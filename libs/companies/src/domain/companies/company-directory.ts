import { normalisedCompanyName } from './company-name.js';

/** A company as far as finding it needs. */
export interface ListedCompany {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
}

export type FoundCompany<C> =
  | { readonly kind: 'found'; readonly company: C }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous'; readonly count: number };

/** Finds the company that a row means: by its credit code, else by its name where only one bears it. */
export class CompanyDirectory<C extends ListedCompany> {
  private readonly byCode = new Map<string, C>();
  private readonly byName = new Map<string, C[]>();

  constructor(companies: readonly C[]) {
    for (const company of companies) this.add(company);
  }

  add(company: C): void {
    if (company.creditCode !== null) this.byCode.set(company.creditCode, company);
    const name = normalisedCompanyName(company.name);
    const others = (this.byName.get(name) ?? []).filter((other) => other.id !== company.id);
    this.byName.set(name, [...others, company]);
  }

  /** How many companies bear the name. */
  bearersOf(name: string): number {
    return this.byName.get(normalisedCompanyName(name))?.length ?? 0;
  }

  /**
   * A credit code decides where it is known; an unknown one still fits a company of the name that shows no code yet.
   */
  find(wanted: { readonly creditCode: string | null; readonly name: string | null }): FoundCompany<C> {
    const byCode = wanted.creditCode === null ? undefined : this.byCode.get(wanted.creditCode);
    if (byCode) return { kind: 'found', company: byCode };
    const namesakes = wanted.name === null ? [] : (this.byName.get(normalisedCompanyName(wanted.name)) ?? []);
    const fitting = wanted.creditCode === null ? namesakes : namesakes.filter((each) => each.creditCode === null);
    if (fitting.length > 1) return { kind: 'ambiguous', count: fitting.length };
    return fitting[0] ? { kind: 'found', company: fitting[0] } : { kind: 'unknown' };
  }
}
