/** What one person reads on one slip: whose slip it is by its number, and what is ticked. */
export interface KeyedSlip {
  readonly slip: string;
  /** By motion; a slip that cannot be read, or is not signed, says `invalid` everywhere. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
}

/** Where two people read differently; null: the other one has the slip not at all. */
export interface KeyingDifference {
  readonly slip: string;
  readonly motionId: string | null;
  readonly first: readonly string[] | null;
  readonly second: readonly string[] | null;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && [...one].sort().every((each, at) => each === [...other].sort()[at]);
}

function inOne(first: KeyedSlip | undefined, second: KeyedSlip | undefined, slip: string): readonly KeyingDifference[] {
  const whole = (side: KeyedSlip | undefined): readonly string[] | null => (side ? [] : null);
  if (!first || !second) return [{ slip, motionId: null, first: whole(first), second: whole(second) }];
  const motionIds = [...new Set([...Object.keys(first.answers), ...Object.keys(second.answers)])];
  return motionIds
    .map((motionId) => ({
      ...{ slip, motionId },
      first: first.answers[motionId] ?? [],
      second: second.answers[motionId] ?? [],
    }))
    .filter((each) => !isSame(each.first, each.second));
}

/** 双人录入的差异: only where there is none do slips become ballots. */
export function keyingDifferences(
  first: readonly KeyedSlip[],
  second: readonly KeyedSlip[],
): readonly KeyingDifference[] {
  const of = (side: readonly KeyedSlip[], slip: string): KeyedSlip | undefined =>
    side.find((each) => each.slip === slip);
  const slips = [...new Set([...first, ...second].map(({ slip }) => slip))];
  return slips.flatMap((slip) => inOne(of(first, slip), of(second, slip), slip));
}

/** A slip that one keying names twice, or null. */
export function repeatedSlip(entries: readonly KeyedSlip[]): string | null {
  const seen = new Set<string>();
  for (const { slip } of entries) {
    if (seen.has(slip)) return slip;
    seen.add(slip);
  }
  return null;
}
