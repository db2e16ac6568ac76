/** How many cases a property is tried with; `JIAYUAN_RUNS=50 npm test` tries fifty times as many, by hand. */
export function runs(usual: number): { numRuns: number } {
  return { numRuns: usual * Number(process.env.JIAYUAN_RUNS ?? 1) };
}
