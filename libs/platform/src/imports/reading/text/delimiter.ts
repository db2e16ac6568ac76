import { CsvScanner } from './csv-scanner.js';

const CANDIDATES = [',', '\t', ';', '，', '|'] as const;
const SAMPLE_ROWS = 50;
/** Excel's own hint in the first line of a file. */
const HINT = /^sep=(.)\r?\n/i;

function widthsBy(delimiter: string, sample: string): number[] {
  const scanner = new CsvScanner({
    delimiter,
    fileName: '',
    recordLength: Number.POSITIVE_INFINITY,
    columns: Number.POSITIVE_INFINITY,
  });
  return scanner
    .push(sample.endsWith('\n') ? sample : `${sample}\n`)
    .slice(0, SAMPLE_ROWS)
    .filter((row) => row.cells.some((cell) => cell !== ''))
    .map((row) => row.cells.length);
}

/** How well a delimiter explains the sample: rows that share the most frequent width, weighed by that width. */
function score(delimiter: string, sample: string): number {
  const widths = widthsBy(delimiter, sample);
  const frequency = new Map<number, number>();
  for (const width of widths) frequency.set(width, (frequency.get(width) ?? 0) + 1);
  let best = 0;
  for (const [width, rows] of frequency)
    if (width > 1) best = Math.max(best, (rows / widths.length) ** 2 * Math.log2(width));
  return best;
}

/** The sign between the cells of a text file, told from its first lines; a comma when there is only one column. */
export function findDelimiter(sample: string): string {
  const hint = HINT.exec(sample)?.[1];
  if (hint) return hint;
  let [best, bestScore]: [string, number] = [',', 0];
  for (const delimiter of CANDIDATES) {
    const found = score(delimiter, sample);
    if (found > bestScore) [best, bestScore] = [delimiter, found];
  }
  return best;
}

/** True when the file's first line only names the delimiter. */
export function hasDelimiterHint(sample: string): boolean {
  return HINT.test(sample);
}
