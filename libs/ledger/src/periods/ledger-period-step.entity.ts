import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 结账与反结账: a month of a book was closed, or opened again, by whom and why. */
@Entity('ledger_period_step')
export class LedgerPeriodStep {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  bookId: string;

  /** Its first day. */
  @PrimaryColumn({ type: 'date' })
  month: string;

  @PrimaryColumn({ type: 'smallint' })
  sequence: number;

  @Column({ type: 'text' })
  step: 'closing' | 'reopening';

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
