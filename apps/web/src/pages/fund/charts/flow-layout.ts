/** What flows from a source: its name, and how much to each target, in their order. */
export interface Flow {
  readonly name: string;
  readonly amounts: readonly number[];
}

/** A bar at a side of the picture, in the middle of the room that its words need; lengths in rem. */
export interface FlowNode {
  readonly name: string;
  readonly amount: number;
  /** Where its room begins, and how high that is. */
  readonly top: number;
  readonly room: number;
  readonly bar: { readonly top: number; readonly height: number };
}

export interface FlowRibbon {
  readonly source: number;
  readonly target: number;
  readonly amount: number;
  /** An SVG path from x 0 to x 100. */
  readonly path: string;
}

export interface FlowPicture {
  readonly height: number;
  readonly sources: readonly FlowNode[];
  readonly targets: readonly FlowNode[];
  readonly ribbons: readonly FlowRibbon[];
}

/** Name and amount below each other, with a gap. */
const LEAST_ROOM = 3.6;
const BARS = 16;
const THIN = 0.12;

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0);

function column(parts: readonly { readonly name: string; readonly amount: number }[], total: number): FlowNode[] {
  let top = 0;
  return parts.map(({ name, amount }) => {
    const height = Math.max(THIN, (amount / total) * BARS);
    const room = Math.max(LEAST_ROOM, height + 0.6);
    const node = { name, amount, top, room, bar: { top: top + (room - height) / 2, height } };
    top += room;
    return node;
  });
}

const heightOf = (nodes: readonly FlowNode[]): number => sumOf(nodes.map(({ room }) => room));

/** The shorter side stands in the middle of the longer. */
function moved(nodes: readonly FlowNode[], height: number): FlowNode[] {
  const by = (height - heightOf(nodes)) / 2;
  return nodes.map((node) => {
    const { top, bar, ...told } = node;
    return { ...told, top: top + by, bar: { ...bar, top: bar.top + by } };
  });
}

const at = (y: number): string => y.toFixed(3);

/** 资金流向: bars of sources on the left and of targets on the right, ribbons as thick as what flows between them. */
export function flowPicture(flows: readonly Flow[], targetNames: readonly string[]): FlowPicture {
  const kept = flows
    .map(({ name, amounts }) => ({ name, amounts: amounts.map((amount) => Math.max(0, amount)) }))
    .filter(({ amounts }) => sumOf(amounts) > 0);
  const inTargets = targetNames.map((_, to) => sumOf(kept.map(({ amounts }) => amounts[to] ?? 0)));
  const shown = targetNames.flatMap((_, to) => ((inTargets[to] ?? 0) > 0 ? [to] : []));
  const total = sumOf(inTargets);
  if (total === 0) return { height: 0, sources: [], targets: [], ribbons: [] };
  const left = column(
    kept.map(({ name, amounts }) => ({ name, amount: sumOf(amounts) })),
    total,
  );
  const right = column(
    shown.map((to) => ({ name: targetNames[to] ?? '', amount: inTargets[to] ?? 0 })),
    total,
  );
  const height = Math.max(heightOf(left), heightOf(right));
  const [sources, targets] = [moved(left, height), moved(right, height)];
  const filled = targets.map(({ bar }) => bar.top);
  const ribbons = sources.flatMap((node, source) => {
    let from = node.bar.top;
    return shown.flatMap((to, target): FlowRibbon[] => {
      const amount = kept[source]?.amounts[to] ?? 0;
      if (amount === 0) return [];
      const thick = (amount / total) * BARS;
      const [start, end] = [from, filled[target] ?? 0];
      from += thick;
      filled[target] = end + thick;
      const low = Math.max(thick, THIN);
      const path = [
        `M0 ${at(start)} C50 ${at(start)} 50 ${at(end)} 100 ${at(end)}`,
        `L100 ${at(end + low)} C50 ${at(end + low)} 50 ${at(start + low)} 0 ${at(start + low)} Z`,
      ].join(' ');
      return [{ source, target, amount, path }];
    });
  });
  return { height, sources, targets, ribbons };
}
