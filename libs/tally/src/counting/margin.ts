import type { Test, Tests, Verdict } from './verdict.js';

/** What there is above the need, by scale: below 0 it is short by so much; null where nothing is asked. */
export interface Margin {
  readonly heads: number | null;
  readonly weight: string | null;
}

function spare({ have, need }: Test<number | string>): bigint | null {
  return need === null ? null : BigInt(have) - BigInt(need);
}

function least(of: readonly Tests[], scale: keyof Tests): bigint | null {
  const spares = of.map((tests) => spare(tests[scale])).filter((each) => each !== null);
  return spares.reduce<bigint | null>((low, each) => (low === null || each < low ? each : low), null);
}

/** The tests that the outcome hangs on: of what was adopted all, else those that it failed. */
function decisive({ outcome, quorum, approval }: Verdict): readonly Tests[] {
  if (outcome === 'ADOPTED') return [quorum, approval];
  return [outcome === 'NO_QUORUM' ? quorum : approval];
}

/** How near it was: "3 heads and 212.40 m² to spare". */
export function marginOf(verdict: Verdict): Margin {
  const [heads, weight] = (['heads', 'weight'] as const).map((scale) => least(decisive(verdict), scale));
  return {
    heads: heads === null || heads === undefined ? null : Number(heads),
    weight: weight === null || weight === undefined ? null : String(weight),
  };
}
