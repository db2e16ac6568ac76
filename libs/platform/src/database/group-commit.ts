/** Somebody whose item is not committed yet. */
interface Waiting<I, O> {
  readonly item: I;
  readonly resolve: (answer: O) => void;
  readonly reject: (reason: unknown) => void;
}

/** At most so many items in one commit: more would keep the first ones waiting longer than they save. */
const MOST = 256;

/** What a group still has to commit, and how many of its commits are in flight. */
interface Line<I, O> {
  readonly waiting: Waiting<I, O>[];
  inFlight: number;
}

interface Limits {
  readonly most?: number;
  /** Two let the process make one batch ready while the database commits the other. */
  readonly inFlight?: number;
}

/**
 * Gathers, per group (an assembly, a book), what arrives while the last commit of that group is in flight, and commits
 * it as one. Whoever waits is answered for themselves, after the commit. The work tells duplicates inside a batch
 * apart, and where two are in flight those of the other batch too, and answers one item's refusal as an Error; when a
 * whole batch fails, its items are tried one by one, so that nobody pays for another's fault.
 */
export class GroupCommit<I, O> {
  private readonly lines = new Map<string, Line<I, O>>();

  constructor(
    private readonly commit: (group: string, items: readonly I[]) => Promise<readonly (O | Error)[]>,
    private readonly limits: Limits = {},
  ) {}

  /** Resolves once the item is committed. @throws what the work answered for this item */
  add(group: string, item: I): Promise<O> {
    return new Promise<O>((resolve, reject) => {
      const line = this.lines.get(group) ?? { waiting: [], inFlight: 0 };
      this.lines.set(group, line);
      line.waiting.push({ item, resolve, reject });
      if (line.inFlight < (this.limits.inFlight ?? 1)) void this.drain(group, line);
    });
  }

  private async drain(group: string, line: Line<I, O>): Promise<void> {
    line.inFlight += 1;
    while (line.waiting.length > 0) {
      const batch = line.waiting.splice(0, this.limits.most ?? MOST);
      if (!(await this.answered(group, batch)) && batch.length > 1) {
        for (const one of batch) await this.answered(group, [one]);
      }
    }
    line.inFlight -= 1;
    if (line.inFlight === 0) this.lines.delete(group);
  }

  /** Whether everybody of the batch was answered; a batch of many that failed as a whole was not. */
  private async answered(group: string, batch: readonly Waiting<I, O>[]): Promise<boolean> {
    try {
      const answers = await this.commit(
        group,
        batch.map(({ item }) => item),
      );
      batch.forEach(({ resolve, reject }, at) => {
        const answer = answers[at];
        if (answer === undefined || answer instanceof Error) reject(answer ?? new Error('an item was not answered'));
        else resolve(answer);
      });
      return true;
    } catch (thrown) {
      if (batch.length === 1) batch[0]?.reject(thrown);
      return false;
    }
  }
}
