import type { Day } from '#libs/kernel';

/** A claim as it stands on the register. */
export interface KnownClaim {
  readonly mode: string;
  readonly words: string;
  readonly asOf: Day;
}

/** Claims by the subject they speak of. */
export function knownClaims<C extends KnownClaim & { readonly subjectId: string }>(
  claims: readonly C[],
): ReadonlyMap<string, readonly C[]> {
  const bySubject = new Map<string, C[]>();
  for (const claim of claims) {
    const others = bySubject.get(claim.subjectId);
    if (others) others.push(claim);
    else bySubject.set(claim.subjectId, [claim]);
  }
  return bySubject;
}

/**
 * Whether a claim adds anything to what is known of its subject. The same words again add nothing, unless another list
 * has said otherwise for a day in between; words that say nothing never do.
 */
export function saysSomethingNew(known: readonly KnownClaim[], told: KnownClaim): boolean {
  if (told.mode === 'unknown') return false;
  const same = known.filter((each) => each.mode === told.mode && each.words === told.words && each.asOf <= told.asOf);
  const last = same.reduce((latest, each) => (each.asOf > latest ? each.asOf : latest), '');
  if (last === '') return true;
  return known.some((each) => each.asOf > last && each.asOf <= told.asOf && each.mode !== told.mode);
}
