import { cpus } from 'node:os';

/** Runs several works in turn, warmed once, five counted rounds; the best of each is kept. */
export async function interleaved(works, rounds = 5) {
  const best = Object.fromEntries(Object.keys(works).map((name) => [name, Infinity]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      globalThis.gc?.();
      const began = performance.now();
      await work();
      const took = performance.now() - began;
      if (round >= 0) best[name] = Math.min(best[name], took);
    }
  }
  return best;
}

/** Prints one line of the table: what was measured, its baseline, the ratio and the bound. */
export function line({ what, ms, baseline, baselineMs, bound }) {
  const ratio = ms / baselineMs;
  const verdict = ratio <= bound ? '✓' : '✗';
  console.log(
    `| ${what} | ${ms.toFixed(1)} ms | ${baseline}: ${baselineMs.toFixed(1)} ms | ${ratio.toFixed(3)} | ≤ ${bound} ${verdict} |`,
  );
}

export function heading() {
  const { model } = cpus()[0];
  console.log(
    `${cpus().length} × ${model.trim()}, Node ${process.versions.node}; best of 5, interleaved, warmed; fsync and synchronous_commit on`,
  );
  console.log('| what | best | baseline | ratio | bound |\n| --- | --- | --- | --- | --- |');
}
