import { ownText, type ImportContext } from '#libs/platform';
import { namesElsewhere, type LookupScope, type Standing, type StandingRow } from './import-lookups.js';
import type { ListedRow } from './listed-row.js';

/** Tells which compounds of a list have the name of another one: in the same file, or already in the register. */
export class Namesakes {
  private readonly firstRows = new Map<string, number>();
  /** Where a compound of that name comes from, for names that the register has from elsewhere; asked once per name. */
  private readonly elsewhere = new Map<string, string>();

  constructor(
    private readonly context: ImportContext,
    private readonly lookup: LookupScope,
    private readonly stood: Standing,
  ) {}

  firstRowOf(name: string): number | undefined {
    return this.firstRows.get(name);
  }

  /** Rows that were found to be one compound with another already are not told again. */
  async tell(listed: readonly ListedRow[], standing: ReadonlyMap<string, StandingRow>): Promise<void> {
    const unasked = [...new Set(listed.map((each) => each.facts.name))].filter((name) => !this.firstRows.has(name));
    if (this.stood.register) {
      const found = await namesElsewhere(this.context.manager, this.lookup, unasked);
      for (const [name, place] of found) this.elsewhere.set(name, place);
    }
    const { report } = this.context;
    for (const { row, key, facts } of listed) {
      const first = this.firstRows.get(facts.name);
      if (first === undefined) this.firstRows.set(ownText(facts.name), row.number);
      if (standing.get(key)?.merged) continue;
      const where = this.elsewhere.get(facts.name);
      if (first !== undefined) report.duplicate(row, 'name', 'compound.name-repeated', { first });
      else if (where) report.duplicate(row, 'name', 'compound.name-exists', { where });
    }
  }
}
