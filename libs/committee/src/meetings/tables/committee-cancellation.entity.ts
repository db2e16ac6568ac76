import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SignedColumns } from '../../signed.columns.js';

/** 取消: a meeting that will not be held, and why. */
@Entity('committee_cancellation')
export class CommitteeCancellation {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  meetingId: string;

  @Column({ type: 'text' })
  reason: string;

  @Column(() => SignedColumns, { prefix: false })
  signed: SignedColumns;
}
