import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SignedColumns } from '../signed.columns.js';

/** A tie that is no more, and why. */
@Entity('committee_conflict_end')
export class CommitteeConflictEnd {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  conflictId: string;

  @Column({ type: 'date' })
  lastDay: string;

  @Column({ type: 'text' })
  reason: string;

  @Column(() => SignedColumns, { prefix: false })
  signed: SignedColumns;
}
