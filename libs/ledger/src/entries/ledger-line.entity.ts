import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 分录行: one leg of an entry, with what the account holds after it. */
@Entity('ledger_line')
export class LedgerLine {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  entryId: string;

  @Column({ type: 'uuid' })
  bookId: string;

  @PrimaryColumn({ type: 'smallint' })
  position: number;

  @Column({ type: 'uuid' })
  accountId: string;

  /** Of the entry, so that a balance of a day is read from the lines alone. */
  @Column({ type: 'date' })
  day: string;

  @Column({ type: 'bigint' })
  amount: string;

  /** The how-manieth line of its account. */
  @Column({ type: 'bigint' })
  sequence: string;

  @Column({ type: 'bigint' })
  balance: string;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'text', nullable: true })
  memo: string | null;
}
