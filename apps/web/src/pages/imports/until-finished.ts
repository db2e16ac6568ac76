import { isRunning, type ImportAnswer, type ImportReport, type RunningImport } from '../../api/import-types.js';

/** How often a long import is asked how far it has come. */
const ASK_EVERY_MS = 1_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Follows an import until it is no longer running, telling each step of the way. */
export async function untilFinished(
  first: ImportAnswer,
  read: (id: string) => Promise<ImportAnswer>,
  tell: (now: RunningImport) => void,
): Promise<ImportReport> {
  let now = first;
  while (isRunning(now)) {
    tell(now);
    await pause(ASK_EVERY_MS);
    now = await read(now.id);
  }
  return now;
}
