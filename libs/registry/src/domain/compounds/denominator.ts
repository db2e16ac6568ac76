import type { Day } from '#libs/kernel';
import type { CompoundStatus } from './compound-facts.js';

/** The little of a version that decides whether its compound is counted in an area. */
export interface CountedVersion {
  readonly versionId: string;
  readonly compoundId: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly status: CompoundStatus;
  /** Whether it lies in the area that is counted. */
  readonly inside: boolean;
}

/** Why a compound came into the count: registered, handed over, moved here with its area, or back in use. */
export type EntryCause = 'registered' | 'delivered' | 'moved-in' | 'restored';

/** Why a compound left it: demolished, the same as another, back to building, moved away, or its record ended. */
export type ExitCause = 'demolished' | 'merged' | 'under-construction' | 'moved-out' | 'ended';

/** One line of the explanation: on this day the count rose or fell by one. */
export interface DenominatorLine {
  readonly day: Day;
  readonly compoundId: string;
  readonly change: 'in' | 'out';
  readonly cause: EntryCause | ExitCause;
  /** The version that tells why, who said so, and from which list. */
  readonly versionId: string;
}

/** A compound counts on the days on which it is in use and inside. */
export function isCounted(version: CountedVersion | undefined): boolean {
  return version !== undefined && version.status === 'in-use' && version.inside;
}

function entryCause(before: CountedVersion | undefined): EntryCause {
  if (!before) return 'registered';
  if (before.status === 'in-use') return 'moved-in';
  return before.status === 'under-construction' ? 'delivered' : 'restored';
}

function exitCause(now: CountedVersion): ExitCause {
  return now.status === 'in-use' ? 'moved-out' : now.status;
}

function linesAt(before: CountedVersion | undefined, now: CountedVersion): DenominatorLine[] {
  const line = { day: now.validFrom, compoundId: now.compoundId, versionId: now.versionId };
  if (!isCounted(before) && isCounted(now)) return [{ ...line, change: 'in', cause: entryCause(before) }];
  if (isCounted(before) && !isCounted(now)) return [{ ...line, change: 'out', cause: exitCause(now) }];
  // Found to be another compound from its first day on: it is told that a list brought it, and why it does not count.
  if (!before && now.status === 'merged' && now.inside) {
    return [
      { ...line, change: 'in', cause: 'registered' },
      { ...line, change: 'out', cause: 'merged' },
    ];
  }
  return [];
}

/**
 * What came into the count and left it after the first day, up to and with the last.
 * @param history the versions of one compound, by day, without overlap
 */
export function denominatorLines(history: readonly CountedVersion[], from: Day, to: Day): readonly DenominatorLine[] {
  const lines = history.flatMap((now, index) => {
    const previous = history[index - 1];
    const before = previous?.validTo === now.validFrom ? previous : undefined;
    const ended = previous && !before ? endLine(previous) : [];
    return [...ended, ...linesAt(before, now)];
  });
  const last = history.at(-1);
  if (last) lines.push(...endLine(last));
  return lines.filter((line) => line.day > from && line.day <= to);
}

function endLine(version: CountedVersion): DenominatorLine[] {
  if (version.validTo === null || !isCounted(version)) return [];
  const { compoundId, versionId } = version;
  return [{ day: version.validTo, compoundId, versionId, change: 'out', cause: 'ended' }];
}
