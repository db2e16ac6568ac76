import { addTo, countAt, pack, SLOTS, type TargetCount } from './counts.js';
import { COMPOUND_TARGETS, type Verdicts } from './audit-state.js';
import { TARGETS, type Target } from './state.js';

/** Slots of one node: those of each target in turn. */
const NODE = TARGETS.length * SLOTS;
const COMPOUND_SLOTS = COMPOUND_TARGETS.map((target) => TARGETS.indexOf(target) * SLOTS);
const COMPANY_SLOTS = TARGETS.indexOf('C4A') * SLOTS;

/** The five targets of one node. */
export type NodeCounts = ReadonlyMap<Target, TargetCount>;

/** The numbers of every node of the tree, made in one pass over the verdicts and one up the tree. */
export class RollUp {
  private readonly counts: Int32Array;
  private settled: RollUp | null = null;

  /** @param isCounted which compounds count, by their place; all where nothing is said */
  constructor(
    private readonly state: Verdicts,
    private readonly isCounted: (place: number) => boolean = () => true,
  ) {
    const { areas, ids } = state;
    this.counts = new Int32Array(areas.nodes.length * NODE);
    for (let place = 0; place < ids.length; place += 1) {
      if (!isCounted(place)) continue;
      const at = state.nodeAt(place) * NODE;
      for (let n = 0; n < COMPOUND_SLOTS.length; n += 1) {
        addTo(this.counts, at + (COMPOUND_SLOTS[n] as number), state.packedAt(place, n));
      }
    }
    this.addUp();
    this.countCompanies();
  }

  /** The same without newly delivered compounds and whoever serves nowhere else; made when first asked for. */
  get withoutNew(): RollUp {
    this.settled ??= new RollUp(this.state, (place) => !this.state.isNewlyDeliveredAt(place));
    return this.settled;
  }

  /** The numbers of one node. */
  own(node: number): NodeCounts {
    return new Map(TARGETS.map((target, n) => [target, countAt(this.counts, node * NODE + n * SLOTS)]));
  }

  /** C4A: a company counts once at every node that has a project of it, so sums of children would count it twice. */
  private countCompanies(): void {
    const { counts, state } = this;
    const { parents } = state.areas;
    const countedFor = new Int32Array(parents.length).fill(-1);
    let company = 0;
    for (const [id, projects] of this.projectsOfCompanies()) {
      const verdict = pack(state.company(id));
      for (const project of projects) {
        for (let node = project; node !== -1 && countedFor[node] !== company; node = parents[node] as number) {
          countedFor[node] = company;
          addTo(counts, node * NODE + COMPANY_SLOTS, verdict);
        }
      }
      company += 1;
    }
  }

  /** The nodes at which each company has projects. */
  private projectsOfCompanies(): ReadonlyMap<string, readonly number[]> {
    const { state } = this;
    const nodesOf = new Map<string, number[]>();
    for (let place = 0; place < state.ids.length; place += 1) {
      if (!this.isCounted(place)) continue;
      for (const id of state.companiesAt(place)) {
        const found = nodesOf.get(id);
        if (found) found.push(state.nodeAt(place));
        else nodesOf.set(id, [state.nodeAt(place)]);
      }
    }
    return nodesOf;
  }

  /** Every node's numbers are its own and those of its children, who come after it. */
  private addUp(): void {
    const { counts } = this;
    const { parents } = this.state.areas;
    for (let node = parents.length - 1; node > 0; node -= 1) {
      const from = node * NODE;
      const to = (parents[node] as number) * NODE;
      for (let slot = 0; slot < NODE; slot += 1) {
        const count = counts[from + slot] as number;
        if (count !== 0) counts[to + slot] = (counts[to + slot] as number) + count;
      }
    }
  }
}
