import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SignedColumns } from '../signed.columns.js';

/** 用印申请: for which paper, and how many of how many members must agree. */
@Entity('committee_seal_request')
export class CommitteeSealRequest {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  committeeId: string;

  @Column({ type: 'uuid' })
  sealId: string;

  @Column({ type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  paper: string;

  @Column({ type: 'text' })
  purpose: string;

  @Column({ type: 'integer' })
  copies: number;

  @Column({ type: 'uuid' })
  fileId: string;

  @Column({ type: 'uuid', nullable: true })
  resolutionId: string | null;

  @Column({ type: 'integer' })
  members: number;

  @Column({ type: 'integer' })
  needed: number;

  @Column({ type: 'date' })
  onDay: string;

  @Column(() => SignedColumns, { prefix: false })
  signed: SignedColumns;
}
