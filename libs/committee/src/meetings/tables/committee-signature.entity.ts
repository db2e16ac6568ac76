import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SignedColumns } from '../../signed.columns.js';

/** 签字: a member who was there signs the minutes for themselves. */
@Entity('committee_signature')
export class CommitteeSignature {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  meetingId: string;

  @PrimaryColumn({ type: 'uuid' })
  personId: string;

  @Column(() => SignedColumns, { prefix: false })
  signed: SignedColumns;
}
