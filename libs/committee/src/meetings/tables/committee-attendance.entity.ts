import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SignedColumns } from '../../signed.columns.js';

/** 到会: a member who came; nobody comes for another. */
@Entity('committee_attendance')
export class CommitteeAttendance {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  meetingId: string;

  @PrimaryColumn({ type: 'uuid' })
  personId: string;

  @Column(() => SignedColumns, { prefix: false })
  signed: SignedColumns;
}
