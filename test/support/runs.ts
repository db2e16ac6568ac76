/** How many cases a property is tried with: more by hand, as in `JIAYUAN_RUNS=50 npm test`, which tries fifty times as many. */
export function runs(usual: number): { numRuns: number } {
  return { numRuns: usual * Number(process.env.JIAYUAN_RUNS ?? 1) };
}
