import type { Day } from '#libs/kernel';

/** 利益关联的申报: somebody's tie to a firm or person, or to one item of an agenda alone. */
export interface ConflictFacts {
  readonly personId: string;
  /** The firm or person that the tie is to, as papers name it. */
  readonly subject: string;
  /** The one item that it was declared for; null where it holds for everything about the subject. */
  readonly itemId: string | null;
  readonly from: Day;
  /** The last day; null while it goes on. */
  readonly to: Day | null;
}

/** What is to be decided or sealed, in its own words. */
export interface ConcernedMatter {
  readonly itemId: string | null;
  readonly text: string;
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** Who has no say in a matter (回避): whoever declared it, or declared a tie to somebody whom it names. */
export function recusedFrom(
  { itemId, text }: ConcernedMatter,
  conflicts: readonly ConflictFacts[],
  on: Day,
): ReadonlySet<string> {
  const said = plain(text);
  const concerned = conflicts.filter((each) => {
    if (each.from > on || (each.to !== null && each.to < on)) return false;
    return each.itemId === null ? said.includes(plain(each.subject)) : each.itemId === itemId;
  });
  return new Set(concerned.map(({ personId }) => personId));
}
