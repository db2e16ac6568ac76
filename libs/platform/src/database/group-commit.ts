import { turn } from './turn.js';

/** Somebody whose item is not committed yet. */
interface Waiting<I, O> {
  readonly item: I;
  readonly resolve: (answer: O) => void;
  readonly reject: (reason: unknown) => void;
}

/** At most so many items in one commit: more would keep the first ones waiting longer than they save. */
const MOST = 256;

/**
 * Gathers, per group (an assembly, a book), what arrives in one turn of the loop, or while the last commit of that
 * group is in flight, and commits it as one. Whoever waits is answered for themselves, after the commit. The work
 * tells duplicates inside a batch apart, and answers one item's refusal as an Error; when a whole batch fails, its
 * items are tried one by one, so that nobody pays for another's fault.
 */
export class GroupCommit<I, O> {
  private readonly lines = new Map<string, Waiting<I, O>[]>();

  /** @param most the most items of one commit */
  constructor(
    private readonly commit: (group: string, items: readonly I[]) => Promise<readonly (O | Error)[]>,
    private readonly most = MOST,
  ) {}

  /** Resolves once the item is committed. @throws what the work answered for this item */
  add(group: string, item: I): Promise<O> {
    return new Promise<O>((resolve, reject) => {
      const waiting = { item, resolve, reject };
      const line = this.lines.get(group);
      if (line) line.push(waiting);
      else void this.drain(group, [waiting]);
    });
  }

  private async drain(group: string, line: Waiting<I, O>[]): Promise<void> {
    this.lines.set(group, line);
    do {
      await turn();
      const batch = line.splice(0, this.most);
      if (!(await this.answered(group, batch)) && batch.length > 1) {
        for (const one of batch) await this.answered(group, [one]);
      }
    } while (line.length > 0);
    this.lines.delete(group);
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
