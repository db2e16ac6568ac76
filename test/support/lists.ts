import { ImportsService, type ImportReport } from '#libs/platform';
import type { TestApp } from './app.js';
import type { TestCity } from './city.js';

/** A list as people write it: the heading line and the rows, separated by commas. */
export async function importList(
  test: TestApp,
  city: TestCity,
  kind: string,
  lines: readonly string[],
  options: { asOf?: string; list?: string; dryRun?: boolean } = {},
): Promise<ImportReport> {
  const list = options.list ?? `${kind}-list`;
  return test.app.get(ImportsService).run(city.operator, {
    kind,
    list,
    fileName: `${list}.csv`,
    bytes: Buffer.from(lines.join('\n'), 'utf8'),
    dryRun: options.dryRun ?? false,
    ...(options.asOf ? { asOf: options.asOf } : {}),
  });
}
