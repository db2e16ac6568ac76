import { childrenOf } from './area-index.js';
import { addTo, countAt, pack, SLOTS, type TargetCount } from './counts.js';
import { COMPOUND_TARGETS, type AuditState } from './audit-state.js';
import { TARGETS, type Target } from './state.js';

/** Slots of one node: every target but C4A, whose companies are told apart by name and not by sum. */
const NODE = COMPOUND_TARGETS.length * SLOTS;

/** The five targets of one node. */
export type NodeCounts = ReadonlyMap<Target, TargetCount>;

/** The numbers of every node of the tree, made in one pass over the verdicts and one up the tree. */
export class RollUp {
  private readonly counts: Int32Array;
  /** Companies with a project per node, each once; made when first asked for. */
  private companies: readonly ReadonlySet<string>[] | null = null;

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

  /** The numbers of one node. */
  own(node: number): NodeCounts {
    return new Map(TARGETS.map((target) => [target, this.countOf(node, target)]));
  }

  /** The numbers of a node's children, by their number. */
  children(node: number): ReadonlyMap<number, NodeCounts> {
    return new Map(childrenOf(this.state.areas, node).map((child) => [child, this.own(child)]));
  }

  private countOf(node: number, target: Target): TargetCount {
    if (target !== 'C4A') return countAt(this.counts, node * NODE + COMPOUND_TARGETS.indexOf(target) * SLOTS);
    const counts = new Int32Array(SLOTS);
    this.companies ??= this.gatherCompanies();
    for (const id of this.companies[node] ?? []) addTo(counts, 0, pack(this.state.company(id)));
    return countAt(counts, 0);
  }

  private gatherCompanies(): readonly ReadonlySet<string>[] {
    const { areas, ids, nodes, companies } = this.state;
    const sets = areas.nodes.map(() => new Set<string>());
    for (let place = 0; place < ids.length; place += 1) {
      for (const company of companies[place] ?? []) sets[nodes[place] as number]?.add(company);
    }
    for (let node = areas.nodes.length - 1; node > 0; node -= 1) {
      const parent = sets[areas.parents[node] as number];
      for (const company of sets[node] ?? []) parent?.add(company);
    }
    return sets;
  }

  private addUp(node: number, parent: number): void {
    const from = node * NODE;
    const to = parent * NODE;
    for (let slot = 0; slot < NODE; slot += 1) {
      this.counts[to + slot] = (this.counts[to + slot] as number) + (this.counts[from + slot] as number);
    }
  }
}
