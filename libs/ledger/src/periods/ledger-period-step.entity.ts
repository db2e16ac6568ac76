import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By how much the bank reconciliation of an account did not come out, as a decimal text. */
export interface AccountDifference {
  readonly account: string;
  readonly name: string;
  readonly difference: string;
}

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

  /** Of accounts whose reconciliation did not come out when the month was closed; null where all did. */
  @Column({ type: 'jsonb', nullable: true })
  differences: readonly AccountDifference[] | null;

  /** Why it was closed all the same. */
  @Column({ type: 'text', nullable: true })
  differencesReason: string | null;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
