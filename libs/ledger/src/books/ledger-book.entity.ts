import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 账套: one set of accounts in one unit; money never moves between two of them in one entry. */
@Entity('ledger_book')
export class LedgerBook {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  /** What the book is for is known to whoever opened it; `general` is for nothing in particular. */
  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'uuid', nullable: true })
  compoundId: string | null;

  @Column({ type: 'text' })
  unit: string;

  /** How many digits of the unit an integer of this book holds. */
  @Column({ type: 'smallint' })
  decimals: number;

  @Column({ type: 'timestamptz' })
  openedAt: Date;
}
