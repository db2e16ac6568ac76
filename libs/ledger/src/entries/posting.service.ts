import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { AuditLog, Database, GroupCommit, Ids, READ_BY_KEY, type ManyEntry } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { LedgerBook } from '../books/ledger-book.entity.js';
import { postAll, type NewLine, type PostedEntry, type PostingAnswer, type ReadyEntry } from './post-statement.js';

/** An entry as somebody asks for it. */
export interface NewEntry {
  readonly day: string;
  readonly memo: string;
  readonly basisKind?: string | null;
  readonly basis?: string | null;
  readonly holdId?: string | null;
  readonly key: string;
  readonly lines: readonly NewLine[];
}

/** 冲销: the entry that is undone, on which day and why. */
export interface NewReversal {
  readonly entryId: string;
  readonly day: string;
  readonly memo: string;
  readonly key: string;
}

interface Arriving {
  readonly book: LedgerBook;
  readonly entry: ReadyEntry;
}

/** 记账: one writer per book, which commits together whatever arrived while its last commit was in flight. */
@Injectable()
export class PostingService {
  private readonly commits = new GroupCommit<Arriving, PostedEntry>((_, arriving) => this.commit(arriving));

  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError `ledger.…`, as this one entry is refused */
  post(principal: Principal, book: LedgerBook, entry: NewEntry): Promise<PostedEntry> {
    return this.add(book, this.ready(principal, entry));
  }

  /** @throws DomainError `ledger.entry-unknown`, `ledger.already-reversed`, `ledger.is-reversal` and more */
  reverse(principal: Principal, book: LedgerBook, { entryId, ...told }: NewReversal): Promise<PostedEntry> {
    return this.add(book, { ...this.ready(principal, { ...told, lines: [] }), reverses: entryId });
  }

  /** The same in the transaction of somebody who posts a whole file; a line of its own is theirs to leave. */
  async postIn(
    manager: EntityManager,
    book: LedgerBook,
    entries: readonly NewEntry[],
    principal: Principal,
  ): Promise<readonly PostingAnswer[]> {
    return postAll(
      manager,
      book,
      entries.map((entry) => this.ready(principal, entry)),
    );
  }

  /** The same of one that is undone together with something else; its line of the audit log is left here. */
  async reverseIn(
    manager: EntityManager,
    book: LedgerBook,
    { entryId, ...told }: NewReversal,
    principal: Principal,
  ): Promise<PostingAnswer> {
    const entry = { ...this.ready(principal, { ...told, lines: [] }), reverses: entryId };
    const [answer] = (await postAll(manager, book, [entry])) as [PostingAnswer];
    await this.auditLog.recordMany(manager, book.cityId, lineOf(book, entry, answer));
    return answer;
  }

  private ready(principal: Principal, entry: NewEntry): ReadyEntry {
    const { basisKind = null, basis = null, holdId = null, ...told } = entry;
    return { ...told, basisKind, basis, holdId, id: this.ids.next(), reverses: null, by: principal.actor };
  }

  private add(book: LedgerBook, entry: ReadyEntry): Promise<PostedEntry> {
    return this.commits.add(`${book.cityId}/${book.id}`, { book, entry });
  }

  private async commit(arriving: readonly Arriving[]): Promise<readonly PostingAnswer[]> {
    const [first] = arriving;
    if (!first) return [];
    const { book } = first;
    return this.database.promptly(book, READ_BY_KEY, async (manager) => {
      const entries = arriving.map(({ entry }) => entry);
      const answers = await postAll(manager, book, entries);
      const lines = entries.flatMap((entry, at) => lineOf(book, entry, answers[at] as PostingAnswer));
      return { answer: answers, last: () => this.auditLog.recordMany(manager, book.cityId, lines) };
    });
  }
}

/** Who posted what kind of entry; what it says is the entry itself, which nobody can change. */
function lineOf(book: LedgerBook, { reverses, by }: ReadyEntry, answer: PostingAnswer): readonly ManyEntry[] {
  if (answer instanceof Error || !answer.isNew) return [];
  const after = { book: book.id, number: answer.number, ...(reverses === null ? {} : { reverses }) };
  const action = reverses === null ? 'ledger.post' : 'ledger.reverse';
  return [{ actor: by, action, subjectKind: 'ledger-entry', subjectId: answer.id, after }];
}
