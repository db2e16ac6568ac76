import type { Day } from '#libs/kernel';

/** A body as far as finding it needs. */
export interface ListedCommittee {
  readonly recordId: string;
  readonly kind: string;
  readonly name: string;
  readonly compoundIds: readonly string[];
  readonly from: Day;
  /** The last day. */
  readonly to: Day | null;
}

export type FoundCommittee =
  | { readonly kind: 'found'; readonly committee: ListedCommittee }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous'; readonly count: number };

/** In term before out of term, later terms before earlier ones: the body that a paper of that day speaks of. */
function closest(on: Day): (one: ListedCommittee, other: ListedCommittee) => number {
  const rank = (each: ListedCommittee): number => (each.from <= on && (each.to === null || each.to >= on) ? 0 : 1);
  return (one, other) =>
    rank(one) - rank(other) || other.from.localeCompare(one.from) || one.recordId.localeCompare(other.recordId);
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** Finds committees by compound or by name; an exemption is no body and can have no party organisation. */
export class CommitteeDirectory {
  private readonly bodies: readonly ListedCommittee[];
  private readonly byName = new Map<string, ListedCommittee[]>();
  private readonly byCompound = new Map<string, ListedCommittee[]>();

  constructor(committees: readonly ListedCommittee[]) {
    this.bodies = committees.filter((each) => each.kind !== 'exemption');
    for (const body of this.bodies) {
      this.put(this.byName, plain(body.name), body);
      for (const compoundId of body.compoundIds) this.put(this.byCompound, compoundId, body);
    }
  }

  withId(recordId: string): ListedCommittee | null {
    return this.bodies.find((body) => body.recordId === recordId) ?? null;
  }

  ofCompound(compoundId: string, on: Day): FoundCommittee {
    const committee = [...(this.byCompound.get(compoundId) ?? [])].sort(closest(on))[0];
    return committee ? { kind: 'found', committee } : { kind: 'unknown' };
  }

  /** Terms of one body share their compounds; bodies of other compounds with the same name leave it unclear. */
  named(name: string, on: Day): FoundCommittee {
    const bearers = [...(this.byName.get(plain(name)) ?? [])].sort(closest(on));
    const committee = bearers[0];
    if (!committee) return { kind: 'unknown' };
    const strangers = bearers.filter((each) => !each.compoundIds.some((id) => committee.compoundIds.includes(id)));
    return strangers.length > 0 ? { kind: 'ambiguous', count: strangers.length + 1 } : { kind: 'found', committee };
  }

  private put(index: Map<string, ListedCommittee[]>, key: string, body: ListedCommittee): void {
    const bodies = index.get(key);
    if (bodies) bodies.push(body);
    else index.set(key, [body]);
  }
}
