import { cpus } from 'node:os';

/** Short works are repeated until so many milliseconds have gone by, long ones at least so many times. */
const ENOUGH_MS = 5000;
const LEAST_ROUNDS = 5;

/**
 * Runs works in turn, so that whatever else the machine does meets all of them alike: warmed, then at least five rounds
 * each, or fewer of what takes very long. `prepare` of a work is not timed.
 * @param {Record<string, (() => Promise<unknown>) | { prepare: () => Promise<unknown>, run: () => Promise<unknown> }>} works
 * @param {{ atLeast?: number }} [rounds]
 * @returns {Promise<Record<string, number[]>>} the times of each work in milliseconds, shortest first
 */
export async function interleaved(works, { atLeast = LEAST_ROUNDS } = {}) {
  const times = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  const once = async (name) => {
    const work = works[name];
    if (work.prepare) await work.prepare();
    const began = performance.now();
    await (work.run ?? work)();
    return performance.now() - began;
  };
  const [first] = Object.keys(works);
  const warmed = performance.now();
  do for (const name of Object.keys(works)) await once(name);
  while (performance.now() - warmed < ENOUGH_MS / 2);
  const began = performance.now();
  while (times[first].length < atLeast || performance.now() - began < ENOUGH_MS) {
    for (const name of Object.keys(works)) times[name].push(await once(name));
  }
  for (const list of Object.values(times)) list.sort((a, b) => a - b);
  return times;
}

export function median(sorted) {
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * Prints one line of the table: what was measured and its baseline (shortest and median), and both ratios. The shortest
 * times decide: they are the ones in which the rest of the machine had the least part. Without `bound` it only tells.
 */
export function line({ what, times, baseline, baselineTimes, bound }) {
  const ratio = times[0] / baselineTimes[0];
  const spread = (sorted) => `${sorted[0].toFixed(1)} / ${median(sorted).toFixed(1)} ms`;
  row([
    what,
    spread(times),
    `${baseline}: ${spread(baselineTimes)}`,
    `${ratio.toFixed(3)} / ${(median(times) / median(baselineTimes)).toFixed(3)}`,
    bound === undefined ? '–' : `≤ ${bound} ${ratio <= bound ? '✓' : '✗'}`,
  ]);
}

export function row(cells) {
  console.log(`| ${cells.join(' | ')} |`);
}

export function heading() {
  const { model } = cpus()[0];
  console.log(
    `${cpus().length} × ${model.trim()}, Node ${process.versions.node}, in turn and warmed; shortest / median`,
  );
  row(['what', 'measured', 'baseline', 'ratio', 'bound']);
  row(['---', '---', '---', '---', '---']);
}
