import type { OwnerKind } from '../domain/people/owner-kind.js';
import type { PersonHashes } from '../owners/personal-data.js';

/** An owner as far as telling people apart needs it. */
export interface Matchable extends PersonHashes {
  readonly ownerId: string;
  readonly compoundId: string;
  readonly kind: OwnerKind;
}

function contradicts(one: PersonHashes, other: PersonHashes): boolean {
  return one.idHash !== null && other.idHash !== null && one.idHash !== other.idHash;
}

/**
 * Finds the owner that a list means: by the number of their paper, by name and phone, by name among the owners of the
 * same unit, and organisations by their name. A name alone makes nobody one person: two may bear it.
 */
export class OwnerMatcher {
  private readonly byKey = new Map<string, Matchable>();
  private readonly byId = new Map<string, Matchable>();

  constructor(known: readonly Matchable[]) {
    for (const owner of known) this.add(owner);
  }

  add(owner: Matchable): void {
    this.byId.set(owner.ownerId, owner);
    for (const key of keysOf(owner)) if (!this.byKey.has(key)) this.byKey.set(key, owner);
  }

  find(told: Omit<Matchable, 'ownerId'>, ofUnit: readonly string[]): Matchable | null {
    for (const key of keysOf(told)) {
      const found = this.byKey.get(key);
      if (found && !contradicts(found, told)) return found;
    }
    const beside = ofUnit.map((id) => this.byId.get(id)).filter((owner) => owner !== undefined);
    return beside.find((owner) => owner.nameHash === told.nameHash && !contradicts(owner, told)) ?? null;
  }
}

function keysOf({ compoundId, kind, nameHash, idHash, phoneHash }: Omit<Matchable, 'ownerId'>): readonly string[] {
  const keys: string[] = [];
  if (idHash !== null) keys.push(`${compoundId} id ${idHash}`);
  if (phoneHash !== null) keys.push(`${compoundId} phone ${phoneHash} ${nameHash}`);
  if (kind !== 'person') keys.push(`${compoundId} name ${nameHash}`);
  return keys;
}
