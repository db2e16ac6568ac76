import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SignedColumns } from '../../signed.columns.js';

/** 会议: called once; whoever erred cancels it and calls another. */
@Entity('committee_meeting')
export class CommitteeMeeting {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  committeeId: string;

  @Column({ type: 'date' })
  calledOn: string;

  @Column({ type: 'timestamptz' })
  startsAt: Date;

  @Column({ type: 'date' })
  startsOn: string;

  @Column({ type: 'text' })
  place: string;

  /** In whose name it is called. */
  @Column({ type: 'text' })
  calledFor: string;

  @Column(() => SignedColumns, { prefix: false })
  signed: SignedColumns;
}
