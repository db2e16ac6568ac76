import { Column, Entity, Generated, PrimaryColumn } from 'typeorm';

/** 分录: what happened, on which day, by which decision. Only added to; it is corrected by its reversal. */
@Entity('ledger_entry')
export class LedgerEntry {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @PrimaryColumn({ type: 'uuid' })
  bookId: string;

  /** 凭证号: one after the other within the book, without gaps. */
  @Column({ type: 'bigint' })
  number: string;

  @Column({ type: 'date' })
  day: string;

  @Column({ type: 'text' })
  memo: string;

  /** The decision that allows it: what kind, and which. */
  @Column({ type: 'text', nullable: true })
  basisKind: string | null;

  @Column({ type: 'text', nullable: true })
  basis: string | null;

  @Column({ type: 'uuid', nullable: true })
  reverses: string | null;

  @Column({ type: 'uuid', nullable: true })
  holdId: string | null;

  @Column({ type: 'text' })
  idempotencyKey: string;

  /** SHA-256 of what it says, lines included. */
  @Column({ type: 'bytea' })
  inputHash: Buffer;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;

  /** What makes it a leaf of the transparency log, filled in by the database. */
  @Column({ type: 'uuid', select: false })
  @Generated('uuid')
  salt: string;

  @Column({ type: 'bigint', default: () => '((pg_current_xact_id()))', select: false })
  writtenIn: string;
}
