import type { Day } from '#libs/kernel';
import type { AreaIndex } from './area-index.js';
import { pack } from './counts.js';
import type { CompanyFacts, CompoundFacts } from './facts.js';
import type { Thresholds } from './thresholds.js';
import { judgeCompany, judgeCompound, type CompoundVerdicts, type Verdict } from './verdict.js';
import { dayNumber, VerdictTable, type VerdictRow } from './verdict-table.js';

/** The four targets that are judged per compound, in the order in which they are kept. */
export const COMPOUND_TARGETS = ['C1', 'C2', 'C3', 'C4B'] as const;

/** Far enough away to mean "never by itself". */
const NEVER: Day = '9999-12-31';

function isSameVerdict(a: Verdict, b: Verdict): boolean {
  return pack(a) === pack(b) && a.nextChangeOn === b.nextChangeOn;
}

function nextChangeOf(facts: CompoundFacts, verdicts: CompoundVerdicts, settledOn: Day | null): Day {
  let next = facts.validTo ?? NEVER;
  if (settledOn !== null && settledOn < next) next = settledOn;
  for (const target of COMPOUND_TARGETS) {
    const { nextChangeOn } = verdicts[target];
    if (nextChangeOn !== null && nextChangeOn < next) next = nextChangeOn;
  }
  return next;
}

/** An audited city as readers get it: nobody changes it any more. */
export type Verdicts = Omit<AuditState, 'add' | 'advance' | 'drop' | 'renewCompanies' | 'take'>;

/**
 * The verdicts of a whole city on one day, small enough for a province. Reasons are made again when somebody asks for
 * them. Whoever follows a change makes a copy and changes that: what a reader holds stays as it is.
 */
export class AuditState {
  private table = new VerdictTable();
  private readonly companyFacts: Map<string, CompanyFacts>;
  private companyVerdicts = new Map<string, Verdict>();

  constructor(
    readonly areas: AreaIndex,
    private today: Thresholds,
    companies: Iterable<CompanyFacts>,
  ) {
    this.companyFacts = new Map();
    for (const company of companies) this.companyFacts.set(company.id, company);
  }

  copy(): AuditState {
    const copy = new AuditState(this.areas, this.today, this.companyFacts.values());
    copy.table = this.table.copy();
    copy.companyVerdicts = new Map(this.companyVerdicts);
    return copy;
  }

  /** The day as of which the verdicts stand, with its thresholds. */
  get on(): Thresholds {
    return this.today;
  }

  /** The compounds in use; the place of each in this list is its place everywhere here. */
  get ids(): readonly string[] {
    return this.table.ids;
  }

  /** The number of the area at which a compound is counted. */
  nodeAt(place: number): number {
    return this.table.nodeAt(place);
  }

  /** The packed verdict on a compound, of a target by its number in `COMPOUND_TARGETS`. */
  packedAt(place: number, target: number): number {
    return this.table.packedAt(place, target);
  }

  /** The companies that have a project at a compound. */
  companiesAt(place: number): readonly string[] {
    return this.table.companiesAt(place);
  }

  /** Whether a compound was delivered so lately that rates are told without it too. */
  isNewlyDeliveredAt(place: number): boolean {
    return this.table.isNewlyDeliveredAt(place);
  }

  /** The first later day on which a compound's verdicts change by themselves, as a `dayNumber`. */
  changesOnAt(place: number): number {
    return this.table.changesOnAt(place);
  }

  placeOf(id: string): number | undefined {
    return this.table.placeOf(id);
  }

  /** The compounds whose verdicts may differ on a later day without any new fact. */
  dueBy(day: Day): readonly string[] {
    const last = dayNumber(day);
    return this.ids.filter((_, place) => this.changesOnAt(place) <= last);
  }

  /** The C4A verdict on a company; a company nobody told anything of has no party organisation. */
  company(id: string): Verdict {
    let verdict = this.companyVerdicts.get(id);
    if (!verdict) {
      verdict = judgeCompany(this.companyFacts.get(id) ?? { id, party: [], partyClaims: [] }, this.today);
      this.companyVerdicts.set(id, verdict);
    }
    return verdict;
  }

  /** Judges one compound with every reason, without keeping it. */
  judge(facts: CompoundFacts): CompoundVerdicts {
    return judgeCompound(facts, (id) => this.company(id), this.today);
  }

  /** Judges a compound that was never kept before, as a full pass meets it. */
  add(facts: CompoundFacts): void {
    this.table.add(facts.id, this.rowOf(facts));
  }

  /** Judges compounds and keeps their verdicts; one that was kept before is replaced. */
  take(compounds: Iterable<CompoundFacts>): void {
    for (const facts of compounds) this.table.put(facts.id, this.rowOf(facts));
  }

  /** Forgets compounds that are no longer in use. */
  drop(ids: Iterable<string>): void {
    for (const id of ids) this.table.remove(id);
  }

  /**
   * Takes new facts of some companies, also of those about whom there is nothing any more.
   * @returns the compounds of companies whose verdict came out otherwise
   */
  renewCompanies(companies: readonly CompanyFacts[]): readonly string[] {
    const changed = new Set<string>();
    for (const company of companies) {
      const stood = this.companyVerdicts.get(company.id);
      this.companyFacts.set(company.id, company);
      this.companyVerdicts.delete(company.id);
      if (stood && !isSameVerdict(stood, this.company(company.id))) changed.add(company.id);
    }
    if (changed.size === 0) return [];
    return this.ids.filter((_, place) => this.companiesAt(place).some((id) => changed.has(id)));
  }

  /**
   * Moves on to a later day on which the tree of areas is the same: who is not due by then stands as before.
   * @param due the facts of those that `dueBy` named, as of the new day; one left out is no longer in use
   */
  advance(on: Thresholds, due: readonly CompoundFacts[]): void {
    const named = this.dueBy(on.asOf);
    this.today = on;
    for (const [id, { nextChangeOn }] of this.companyVerdicts) {
      if (nextChangeOn !== null && nextChangeOn <= on.asOf) this.companyVerdicts.delete(id);
    }
    const alive = new Set(due.map((facts) => facts.id));
    this.drop(named.filter((id) => !alive.has(id)));
    this.take(due);
  }

  private rowOf(facts: CompoundFacts): VerdictRow {
    const verdicts = this.judge(facts);
    const settledOn = this.settlesOn(facts);
    return {
      node: (facts.areaId === null ? 0 : this.areas.numberOf.get(facts.areaId)) ?? 0,
      packed: [pack(verdicts.C1), pack(verdicts.C2), pack(verdicts.C3), pack(verdicts.C4B)],
      companyIds: verdicts.companyIds,
      newlyDelivered: settledOn !== null,
      changesOn: nextChangeOf(facts, verdicts, settledOn),
    };
  }

  /** The later day from which a compound is no longer newly delivered; null once it is not. */
  private settlesOn({ deliveredOn }: CompoundFacts): Day | null {
    const day = deliveredOn === null ? null : this.today.newlyDelivered.passedOn(deliveredOn);
    return day !== null && day > this.today.asOf ? day : null;
  }
}
