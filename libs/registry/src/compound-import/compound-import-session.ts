import type { BatchPlan, ImportContext, ImportOutcome, ImportRow, ImportSession } from '#libs/platform';
import { allows, type CompoundScope } from '../compounds/compounds.policy.js';
import { FACT_FIELDS, sameValue, type CompoundFacts } from '../domain/compounds/compound-facts.js';
import type { ServiceClaim } from '../domain/lists/claim-words.js';
import { RowKeys } from '../domain/lists/row-key.js';
import type { COMPOUND_COLUMNS } from './compound-columns.js';
import type { ChangedRow, CompoundWork, CompoundWriter, NewRow } from './compound-writer.js';
import type { Geography } from './geography.js';
import {
  earlierRows,
  holdersOfCodes,
  standingRows,
  type LookupScope,
  type Standing,
  type StandingRow,
} from './import-lookups.js';
import { claimOf, extraOf, factsOf, saidOf, warnOfRow, type ListedRow } from './listed-row.js';
import { Namesakes } from './namesakes.js';
import { pointOf, valuesOfSaid, type CompoundValues } from './told-values.js';

/** What a session needs to know of the city and the caller. */
export interface Surroundings {
  readonly cityName: string;
  readonly geography: Geography;
  readonly scope: CompoundScope;
  readonly writer: CompoundWriter;
  /** What was there when the import began. */
  readonly standing: Standing;
}

type Row = ImportRow<CompoundValues>;

/** Beyond so many compounds a change is told as "everything". */
const LISTED_AT_MOST = 2_000;

/** One list of compounds on its way into the register. */
export class CompoundImportSession implements ImportSession<typeof COMPOUND_COLUMNS, CompoundWork> {
  private readonly keys = new RowKeys();
  private readonly namesakes: Namesakes;
  private readonly claims: Record<ServiceClaim, number> = { company: 0, self: 0, community: 0, none: 0, unknown: 0 };
  private readonly touched = new Set<string>();
  private readonly lookup: LookupScope;

  constructor(
    private readonly context: ImportContext,
    private readonly around: Surroundings,
  ) {
    const { principal, listName, importId, asOf } = context;
    this.lookup = { cityId: principal.cityId, listName, importId, asOf };
    this.namesakes = new Namesakes(context, this.lookup, around.standing);
  }

  async plan(rows: readonly Row[]): Promise<BatchPlan<CompoundWork>> {
    const { geography } = this.around;
    geography.learn(rows.map((row) => pointOf(row.values)).filter((point) => point !== null));
    const { listed, repeated } = this.listedRows(rows);
    const standing = await this.standingOf(listed);
    const inScope = listed.filter((each) => this.mayTouch(each, standing.get(each.key)));
    await this.namesakes.tell(inScope, standing);
    const holders = await this.codeHolders(inScope, standing);
    const work: { news: NewRow[]; changes: ChangedRow[] } = { news: [], changes: [] };
    for (const each of inScope) {
      warnOfRow(each.row, { geography, cityName: this.around.cityName, report: this.context.report });
      this.claims[each.claim] += 1;
      const known = standing.get(each.key);
      if (!known) work.news.push({ ...each, ownCode: holders.has(each) ? null : each.row.values.code });
      else if (this.differs(each, known)) work.changes.push({ ...each, known, patch: this.patchOf(each, known) });
    }
    const accepted = inScope.length + repeated;
    return { accepted, unchanged: accepted - work.news.length - work.changes.length, work };
  }

  async write(work: CompoundWork): Promise<void> {
    const written = await this.around.writer.write(this.context, work);
    for (const id of written) if (this.touched.size <= LISTED_AT_MOST) this.touched.add(id);
  }

  async finish(): Promise<ImportOutcome> {
    if (this.around.standing.list) await this.tellOfMoved();
    const claims = this.claims;
    if (this.touched.size === 0) return { claims };
    const touched =
      this.touched.size > LISTED_AT_MOST ? { everything: true as const } : { compoundIds: [...this.touched] };
    return { claims, touched };
  }

  private async standingOf(listed: readonly ListedRow[]): Promise<ReadonlyMap<string, StandingRow>> {
    if (!this.around.standing.list) return new Map();
    const keys = listed.map((each) => each.key);
    return standingRows(this.context.manager, this.lookup, keys);
  }

  /** Rows inside the caller's area, each key once; a row that repeats an earlier one is told and goes no further. */
  private listedRows(rows: readonly Row[]): { readonly listed: readonly ListedRow[]; readonly repeated: number } {
    const listed: ListedRow[] = [];
    let repeated = 0;
    for (const row of rows) {
      const { values } = row;
      const facts = factsOf(values, this.around.geography);
      if (!this.isInside(row, facts)) continue;
      const { code, name, address } = values;
      const { key, sameAs } = this.keys.keyOf({ number: row.number, code, name, address });
      const claim = claimOf(values);
      if (sameAs === null) listed.push({ row, key, facts, said: saidOf(row), extra: extraOf(row), claim });
      else {
        this.context.report.duplicate(row, code === null ? 'name' : 'code', 'compound.row-repeated', { first: sameAs });
        this.claims[claim] += 1;
        repeated += 1;
      }
    }
    return { listed, repeated };
  }

  private isInside(row: Row, facts: CompoundFacts): boolean {
    const path = this.around.geography.pathOf(facts.areaId);
    if (allows(this.around.scope, { id: null, path })) return true;
    this.refuse(row, path === null ? '未写明区划' : '区划不在辖区内');
    return false;
  }

  private mayTouch(each: ListedRow, known: StandingRow | undefined): boolean {
    if (!known || allows(this.around.scope, { id: known.compoundId, path: known.path })) return true;
    this.refuse(each.row, '台账中的小区不在辖区内');
    return false;
  }

  private refuse(row: Row, where: string): void {
    this.context.report.reject(row, null, 'compound.row-outside-scope', { name: row.values.name, where });
  }

  /** Rows whose own code already belongs to a compound that another list or a person brought. */
  private async codeHolders(
    listed: readonly ListedRow[],
    standing: ReadonlyMap<string, StandingRow>,
  ): Promise<ReadonlySet<ListedRow>> {
    const codes = listed.map((each) => each.row.values.code).filter((code) => code !== null);
    const holders = await holdersOfCodes(this.context.manager, this.lookup.cityId, codes);
    const taken = new Set<ListedRow>();
    for (const each of listed) {
      const known = standing.get(each.key);
      const holder = holders.get(each.row.values.code ?? '');
      if (!holder || holder.id === known?.compoundId || known?.merged) continue;
      this.context.report.duplicate(each.row, 'code', 'compound.code-exists', { name: holder.name });
      taken.add(each);
    }
    return taken;
  }

  private differs(each: ListedRow, known: StandingRow): boolean {
    return !sameTexts(each.said, known.said) || !sameTexts(each.extra, known.extra) || this.lookup.asOf < known.since;
  }

  /** What the list says otherwise than before. What it no longer says stays as it was: silence is no statement. */
  private patchOf(each: ListedRow, known: StandingRow): Partial<CompoundFacts> {
    const before = factsOf(valuesOfSaid(known.said), this.around.geography);
    const changed = FACT_FIELDS.filter((field) => {
      if (field === 'status')
        return !known.merged && each.row.values.status !== null && each.facts.status !== before.status;
      const value = each.facts[field];
      const says = Array.isArray(value) ? value.length > 0 : value !== null;
      return says && !sameValue(value, before[field]);
    });
    return Object.fromEntries(changed.map((field) => [field, each.facts[field]])) as Partial<CompoundFacts>;
  }

  /** Namesakes that stood in the list before and are not in this file: perhaps an address was mended. */
  private async tellOfMoved(): Promise<void> {
    for (const earlier of await earlierRows(this.context.manager, this.lookup)) {
      const row = this.keys.has(earlier.rowKey) ? undefined : this.namesakes.firstRowOf(earlier.name);
      if (row === undefined) continue;
      const { name, rowNumber, address } = earlier;
      this.context.report.warnLine(row, 'compound.name-moved', { name, old: rowNumber, address: address || '—' });
    }
  }
}

function sameTexts(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const fields = Object.keys(one);
  return fields.length === Object.keys(other).length && fields.every((field) => one[field] === other[field]);
}
