import type { Day, Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { Bilingual } from '../cells/cell-type.js';
import type { ImportRun } from '../import.entity.js';
import type { TouchedFacts } from '../../jobs/fact-changes.js';
import type { ImportColumns, RowOf } from '../rows/import-columns.js';
import type { ImportRow } from '../rows/import-row.js';
import type { IssueReport } from '../rows/issue-report.js';

/** What a kind is told about the import that it takes part in. */
export interface ImportContext {
  /** Of the one transaction in which the whole file is imported. */
  readonly manager: EntityManager;
  readonly principal: Principal;
  readonly importId: string;
  readonly listName: string;
  /** The day for which the list speaks. */
  readonly asOf: Day;
  /** The moment of record for everything this import writes. */
  readonly now: Date;
  /** A dry run plans and writes like any other and is taken back at the end; kinds seldom need to ask. */
  readonly dryRun: boolean;
  /** The fields for which the file has a column. */
  readonly fields: ReadonlySet<string>;
  /** Where rows are rejected, warned of, or told as duplicates. */
  readonly report: IssueReport;
}

/** What is to be done with one batch of rows. */
export interface BatchPlan<W> {
  /** Rows that go in, those that say nothing new included. Rejected rows are told to the report instead. */
  readonly accepted: number;
  readonly unchanged: number;
  /** Handed to `write` as it is. */
  readonly work: W;
}

/** What an import has to say when its last row is written. */
export interface ImportOutcome {
  /** Rows that could only be judged at the end; added to those of the batches. */
  readonly accepted?: number;
  readonly unchanged?: number;
  /** How many accepted rows claim what, for lists that claim anything. */
  readonly claims?: Readonly<Record<string, number>>;
  /** Whose verdicts the import may have changed; left out when it changed nothing. */
  readonly touched?: TouchedFacts;
}

/** One run of one kind over one file. It remembers what must be known across batches, such as keys seen. */
export interface ImportSession<C extends ImportColumns = ImportColumns, W = unknown> {
  /** Judges one batch (up to 2,000 rows); may look things up, for the whole batch in one query. Writes nothing. */
  plan(rows: readonly ImportRow<RowOf<C>>[]): Promise<BatchPlan<W>>;
  /** Writes what was planned, in bulk; called once per batch, before the next one is planned. */
  write(work: W): Promise<void>;
  finish(): Promise<ImportOutcome>;
}

/** What a kind is told when one of its imports is taken back. */
export interface UndoContext {
  readonly manager: EntityManager;
  readonly principal: Principal;
  readonly run: ImportRun;
  readonly now: Date;
}

/** A kind of list, offered by the context that owns its tables. */
export interface ImportKind<C extends ImportColumns = ImportColumns> {
  /** The name in addresses and commands, for example `compounds`. */
  readonly kind: string;
  /** Raised whenever columns are renamed, added or removed; written into templates. */
  readonly version: number;
  readonly label: Bilingual;
  readonly columns: C;
  /** The field that the keys of a JSON object of objects name, where there is one. */
  readonly keyField?: keyof C & string;
  /** Its lists hold personal data, so the file that is kept of each is sealed. */
  readonly isPersonal?: boolean;
  begin(context: ImportContext): Promise<ImportSession<C>>;
  /**
   * Takes back everything that one import wrote, by superseding and never by deleting.
   * @throws DomainError when later work stands on it
   */
  undo(context: UndoContext): Promise<TouchedFacts | null>;
}
