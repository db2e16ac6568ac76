import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SignedColumns } from '../../signed.columns.js';

/** 决定: what a meeting said to one item, counted when it was written down. */
@Entity('committee_decision')
export class CommitteeDecision {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  meetingId: string;

  @Column({ type: 'uuid' })
  agendaItemId: string;

  @Column({ type: 'text' })
  wording: string;

  @Column({ type: 'integer' })
  members: number;

  @Column({ type: 'integer' })
  present: number;

  @Column({ type: 'integer' })
  inFavour: number;

  @Column({ type: 'integer' })
  against: number;

  @Column({ type: 'integer' })
  abstained: number;

  @Column({ type: 'boolean' })
  isAdopted: boolean;

  @Column({ type: 'date' })
  decidedOn: string;

  @Column(() => SignedColumns, { prefix: false })
  signed: SignedColumns;
}
