import { Injectable } from '@nestjs/common';
import { AuditLine } from '#libs/platform';
import { canonicalJson, hashOfLeaf, type Hash } from '#libs/tally';

/** What a record must carry to be a leaf; the database fills in both columns when the row is added. */
export interface LeafRow {
  readonly cityId: number;
  readonly id: string;
  /** Random, so that nobody guesses a record from its hash; it lies with the record and goes with it. */
  readonly salt: string;
  /** Number of the transaction that wrote the row. */
  readonly writtenIn: string;
}

/** A table of records that are leaves: rows are only added, and say for ever what they said at first. */
export interface LeafSource<T extends LeafRow = LeafRow> {
  readonly kind: string;
  readonly entity: new () => T;
  /** What the leaf speaks for, as plain JSON; its form is never changed, for old leaves are checked by it. */
  contentOf(row: T): object;
}

/** 操作留痕 as `GET /audit-lines` shows it. */
const AUDIT_LINES: LeafSource<AuditLine> = {
  kind: 'audit-line',
  entity: AuditLine,
  contentOf: ({ id, at, action, before, after, legalBasis, ...line }) => ({
    ...{ id, at: at.toISOString(), action, before, after, legalBasis },
    actor: { kind: line.actorKind, id: line.actorId, name: line.actorName },
    subject: { kind: line.subjectKind, id: line.subjectId },
  }),
};

/** The text whose salted hash is the leaf. */
export function leafText(source: LeafSource, row: LeafRow): string {
  return canonicalJson({ kind: source.kind, ...source.contentOf(row) });
}

/** The leaf: the sixteen bytes of the salt, then the text. */
export function leafHashOf(hash: Hash, salt: string, text: string): Buffer {
  return Buffer.from(hashOfLeaf(hash, Buffer.from(salt.replaceAll('-', ''), 'hex'), Buffer.from(text, 'utf8')));
}

/** Which records are sealed. A context registers its own when its module starts; audit lines always are. */
@Injectable()
export class LeafSources {
  private readonly sources = new Map<string, LeafSource>([[AUDIT_LINES.kind, AUDIT_LINES]]);

  register(source: LeafSource): void {
    if (this.sources.has(source.kind)) throw new Error(`leaves of the kind ${source.kind} are registered already`);
    this.sources.set(source.kind, source);
  }

  all(): readonly LeafSource[] {
    return [...this.sources.values()];
  }

  of(kind: string): LeafSource {
    const source = this.sources.get(kind);
    if (!source) throw new Error(`no leaves of the kind ${kind} are registered`);
    return source;
  }
}
