import { seconds } from '../tools/run.mjs';

/** Adds up what the layers of a run brought. */
export class Score {
  #rows = [];

  /**
   * Runs one layer. One that cannot run counts as one failure.
   * @param {string} title
   * @param {() => Promise<{ passed: number, failed: number, skipped?: number, output?: string }>} run
   */
  async add(title, run) {
    const began = performance.now();
    console.log(`\n── ${title}`);
    const counts = await run().catch((error) => ({ passed: 0, failed: 1, output: error.message }));
    if (counts.failed > 0 && counts.output) console.log(counts.output.trim());
    this.#rows.push({ title, skipped: 0, ...counts, time: seconds(began) });
    console.log(`   ${title}: ${counts.passed} passed, ${counts.failed} failed, ${seconds(began)}`);
  }

  /** @returns {number} the exit code: a run that tested nothing has not passed */
  print() {
    const sum = (key) => this.#rows.reduce((total, row) => total + row[key], 0);
    console.log('');
    for (const { title, passed, failed, skipped, time } of this.#rows) {
      const left = skipped > 0 ? `  (${skipped} skipped)` : '';
      console.log(
        `${failed > 0 ? '✗' : '✓'} ${time.padStart(8)} ${String(passed).padStart(5)} + ${failed}  ${title}${left}`,
      );
    }
    console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
    return sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
  }
}
