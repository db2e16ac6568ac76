import type { ImportReport } from '../../api/import-types.js';

/** How often a long import is asked how far it has come. */
const ASK_EVERY_MS = 1_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Follows an import until it is no longer running, telling each step of the way. */
export async function untilFinished(
  first: ImportReport,
  read: (id: string) => Promise<ImportReport>,
  tell: (now: ImportReport) => void,
): Promise<ImportReport> {
  let now = first;
  while (now.status === 'running' && now.id !== null) {
    tell(now);
    await pause(ASK_EVERY_MS);
    now = await read(now.id);
  }
  return now;
}
