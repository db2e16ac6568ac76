/** What the account of the bank comes to at the end of a day, on both sides; money in is positive. */
export interface ReconciliationFacts {
  /** By the books, and by the last balance that the bank wrote; null where it wrote none, ever. */
  readonly bookBalance: bigint;
  readonly bankBalance: bigint | null;
  /** Before the first line of the bank that is known: what the books held, and what the bank did. */
  readonly bookBefore: bigint;
  readonly bankBefore: bigint | null;
  /** Of entries before that line, those that later lines of the bank turned out to be. */
  readonly bookedAhead: bigint;
  /** What all lines of the bank up to the day sum to. */
  readonly bankLines: bigint;
  /** What has happened on one side alone by that day. */
  readonly rows: Moved;
  readonly entries: Moved;
}

/** What came in and what went out, both without sign. */
export interface Moved {
  readonly received: bigint;
  readonly paid: bigint;
}

/** 银行存款余额调节表: both balances, brought to the day by what the other side does not have yet. */
export interface Reconciliation {
  readonly book: Side;
  readonly bank: Side;
  /** Whether the bank writes no balances, so that its balance is what the books held and its lines moved. */
  readonly isDerived: boolean;
  /** The bank's adjusted balance less that of the books. */
  readonly difference: bigint;
  /** What the difference is made of: balances that differed from the start, and lines of the bank that are missing. */
  readonly opening: bigint;
  readonly missing: bigint;
}

/** A balance, what the other side has received and paid already, and what it comes to with both. */
export interface Side extends Moved {
  readonly balance: bigint;
  readonly adjusted: bigint;
}

function sideOf(balance: bigint, { received, paid }: Moved): Side {
  return { balance, received, paid, adjusted: balance + received - paid };
}

/**
 * Every difference has a name: as long as each match balances, the adjusted balances differ by nothing but what they
 * differed by before the first line of the bank, and by lines that the bank's own balances say are missing.
 */
export function reconcile(facts: ReconciliationFacts): Reconciliation {
  const { bookBefore, bookedAhead, bankLines } = facts;
  const before = facts.bankBefore ?? bookBefore - bookedAhead;
  const balance = facts.bankBalance ?? before + bankLines;
  const [book, bank] = [sideOf(facts.bookBalance, facts.rows), sideOf(balance, facts.entries)];
  return {
    ...{ book, bank, isDerived: facts.bankBalance === null },
    difference: bank.adjusted - book.adjusted,
    opening: before - bookBefore + bookedAhead,
    missing: balance - before - bankLines,
  };
}
