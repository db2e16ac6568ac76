import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SignedColumns } from '../signed.columns.js';

/** 津贴: what a member was paid, under a resolution of the owners; an error is reversed by a row of its own. */
@Entity('committee_stipend')
export class CommitteeStipend {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  committeeId: string;

  @Column({ type: 'uuid' })
  personId: string;

  /** Fen; less than nothing for a reversal. */
  @Column({ type: 'bigint' })
  amountFen: string;

  @Column({ type: 'text' })
  period: string;

  @Column({ type: 'date' })
  paidOn: string;

  @Column({ type: 'uuid' })
  resolutionId: string;

  @Column({ type: 'uuid', nullable: true })
  reversesId: string | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column(() => SignedColumns, { prefix: false })
  signed: SignedColumns;
}
