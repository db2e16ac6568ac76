import type { Day } from '#libs/kernel';

/** A contract's hold on one compound: who serves, on which paper, from the first to the last day. */
export interface Hold {
  readonly recordId: string;
  readonly provider: string;
  readonly documentNumber: string;
  readonly from: Day;
  readonly to: Day | null;
}

function overlap(one: Hold, other: Hold): boolean {
  return (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);
}

/**
 * 物业管理条例 33: one property area is served by one company. The calendar keeps the contracts of each compound and
 * finds the one that a newcomer would overlap, when it is another company's or another paper.
 */
export class ContractCalendar {
  private readonly holds = new Map<string, Hold[]>();

  add(compoundId: string, hold: Hold): void {
    const kept = (this.holds.get(compoundId) ?? []).filter((other) => other.recordId !== hold.recordId);
    this.holds.set(compoundId, [...kept, hold]);
  }

  conflictWith(compoundId: string, hold: Hold): Hold | null {
    const others = (this.holds.get(compoundId) ?? []).filter((other) => other.recordId !== hold.recordId);
    return (
      others.find(
        (other) =>
          overlap(other, hold) && (other.provider !== hold.provider || other.documentNumber !== hold.documentNumber),
      ) ?? null
    );
  }
}
