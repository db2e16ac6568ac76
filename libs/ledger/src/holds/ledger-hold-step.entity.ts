import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What became of a hold: the entry that paid it, or its release. */
@Entity('ledger_hold_step')
export class LedgerHoldStep {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  holdId: string;

  @PrimaryColumn({ type: 'uuid' })
  bookId: string;

  @Column({ type: 'text' })
  step: 'post' | 'release';

  @Column({ type: 'uuid', nullable: true })
  entryId: string | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
