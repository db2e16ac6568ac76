/** An area as the roll-up needs it. */
export interface AreaNode {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly path: string;
  readonly parentId: string | null;
}

/** The tree of one day, numbered so that parents come before their children; number 0 is the city. */
export interface AreaIndex {
  readonly nodes: readonly AreaNode[];
  /** The number of each node's parent; -1 for the city. */
  readonly parents: Int32Array;
  readonly numberOf: ReadonlyMap<string, number>;
}

/** Numbers the areas by path; an area whose parent is not among them is left to the city. */
export function indexAreas(areas: readonly AreaNode[]): AreaIndex {
  const nodes = [...areas].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.id < b.id ? -1 : 1));
  const numberOf = new Map(nodes.map((node, number) => [node.id, number]));
  const parents = Int32Array.from(nodes, (node, number) =>
    number === 0 ? -1 : (numberOf.get(node.parentId ?? '') ?? 0),
  );
  return { nodes, parents, numberOf };
}

/** The numbers of a node's children. */
export function childrenOf(index: AreaIndex, number: number): readonly number[] {
  const children: number[] = [];
  index.parents.forEach((parent, child) => {
    if (parent === number) children.push(child);
  });
  return children;
}

/** Whether a node lies in the subtree of another (or is it). */
export function isBelow(index: AreaIndex, number: number, ancestor: number): boolean {
  for (let at = number; at !== -1; at = index.parents[at] ?? -1) if (at === ancestor) return true;
  return false;
}
