import { formationOf, seated, type ElectionResult, type Formation } from '#libs/tally';

/** What a lot touches of the record of a motion. */
interface Seated {
  readonly id: string;
  readonly election: (ElectionResult & { readonly formation: Formation }) | null;
  readonly isAdopted: boolean;
}

/** Candidates in the order in which one lot put them. */
export interface LotOrder {
  readonly motionId: string;
  readonly drawn: readonly string[];
}

/** What was published of an election before anybody voted, and when a part of a committee stands. */
export interface ElectionTerms {
  readonly id: string;
  readonly seats: number | null;
  readonly alternates: number | null;
}

/**
 * A motion as it stands once its lots are drawn: the count stays as it was certified, and who has a seat follows it. A
 * lot never turns votes, since it parts only those who are equal.
 */
export function afterLots<T extends Seated>(
  motion: T,
  lots: readonly LotOrder[],
  { terms, membersLeast }: { readonly terms: ElectionTerms | undefined; readonly membersLeast: number },
): T {
  const own = lots.filter(({ motionId }) => motionId === motion.id);
  const { election } = motion;
  if (!election || own.length === 0) return motion;
  const { seats, alternates } = { seats: terms?.seats ?? 0, alternates: terms?.alternates ?? 0 };
  const lot = own.flatMap(({ drawn }) => drawn);
  const seating = seated(election.candidates, { seats, alternates, lot });
  const formation = formationOf(seating.elected.length, seats, membersLeast);
  return { ...motion, election: { ...election, ...seating, formation }, isAdopted: seating.elected.length > 0 };
}

/** Whether the names are two, different, and of nobody who draws. */
export function areWitnesses(names: readonly string[], candidates: readonly string[]): boolean {
  const said = names.map((name) => name.trim());
  return said.length === 2 && new Set(said).size === 2 && !said.some((name) => candidates.includes(name));
}
