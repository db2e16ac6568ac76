import { childrenOf, isBelow } from './area-index.js';
import { addTo, countAt, pack, SLOTS, type TargetCount } from './counts.js';
import { COMPOUND_TARGETS, type AuditState } from './audit-state.js';
import { TARGETS, type Target } from './state.js';

/** Slots of one node: every target but C4A, whose companies are told apart by name and not by sum. */
const NODE = COMPOUND_TARGETS.length * SLOTS;

/** The numbers of every node of the tree, made in one pass over the verdicts and one up the tree. */
export class RollUp {
  private readonly counts: Int32Array;

  constructor(private readonly state: AuditState) {
    const { areas } = state;
    this.counts = new Int32Array(areas.nodes.length * NODE);
    for (let place = 0; place < state.ids.length; place += 1) {
      const at = (state.nodes[place] as number) * NODE;
      for (let n = 0; n < COMPOUND_TARGETS.length; n += 1) {
        addTo(this.counts, at + n * SLOTS, state.packed[place * COMPOUND_TARGETS.length + n] as number);
      }
    }
    for (let node = areas.nodes.length - 1; node > 0; node -= 1) this.addUp(node, areas.parents[node] as number);
  }

  /** The five targets at a node and at each of its children. */
  at(node: number): { readonly own: ReadonlyMap<Target, TargetCount>; readonly children: ReadonlyMap<number, ReadonlyMap<Target, TargetCount>> } {
    const children = childrenOf(this.state.areas, node);
    const companies = this.companiesAt(node, children);
    const targetsOf = (each: number): ReadonlyMap<Target, TargetCount> =>
      new Map(TARGETS.map((target) => [target, this.countOf(each, target, companies)]));
    return { own: targetsOf(node), children: new Map(children.map((child) => [child, targetsOf(child)])) };
  }

  private countOf(node: number, target: Target, companies: ReadonlyMap<number, Int32Array>): TargetCount {
    if (target === 'C4A') return countAt(companies.get(node) as Int32Array, 0);
    return countAt(this.counts, node * NODE + COMPOUND_TARGETS.indexOf(target) * SLOTS);
  }

  /** Companies with a project below the node, each counted once at the node and once at every child it serves. */
  private companiesAt(node: number, children: readonly number[]): ReadonlyMap<number, Int32Array> {
    const { state } = this;
    const areaOf = new Map<number, number>();
    const seen = new Map([node, ...children].map((each) => [each, new Set<string>()]));
    for (let place = 0; place < state.ids.length; place += 1) {
      const company = state.companies[place] ?? null;
      if (company === null) continue;
      const leaf = state.nodes[place] as number;
      let area = areaOf.get(leaf);
      if (area === undefined) {
        area = this.childHolding(leaf, node, children);
        areaOf.set(leaf, area);
      }
      if (area === -1) continue;
      seen.get(node)?.add(company);
      seen.get(area)?.add(company);
    }
    return new Map([...seen].map(([each, ids]) => [each, this.countCompanies(ids)]));
  }

  private countCompanies(ids: ReadonlySet<string>): Int32Array {
    const counts = new Int32Array(SLOTS);
    for (const id of ids) addTo(counts, 0, pack(this.state.company(id)));
    return counts;
  }

  /** The child of `node` that holds a leaf, `node` itself when the leaf is placed right there, -1 when it is outside. */
  private childHolding(leaf: number, node: number, children: readonly number[]): number {
    if (!isBelow(this.state.areas, leaf, node)) return -1;
    return children.find((child) => isBelow(this.state.areas, leaf, child)) ?? node;
  }

  private addUp(node: number, parent: number): void {
    const from = node * NODE;
    const to = parent * NODE;
    for (let slot = 0; slot < NODE; slot += 1) {
      this.counts[to + slot] = (this.counts[to + slot] as number) + (this.counts[from + slot] as number);
    }
  }
}
