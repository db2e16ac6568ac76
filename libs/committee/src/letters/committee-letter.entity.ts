import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SignedColumns } from '../signed.columns.js';

/** 往来函件: a letter in or out under a number of its own; an answer names what it answers. */
@Entity('committee_letter')
export class CommitteeLetter {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  committeeId: string;

  @Column({ type: 'text' })
  direction: 'in' | 'out';

  @Column({ type: 'text' })
  number: string;

  @Column({ type: 'text', nullable: true })
  theirNumber: string | null;

  @Column({ type: 'text' })
  counterpart: string;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'date' })
  onDay: string;

  @Column({ type: 'date', nullable: true })
  answerBy: string | null;

  @Column({ type: 'uuid', nullable: true })
  answersId: string | null;

  @Column({ type: 'uuid', nullable: true })
  fileId: string | null;

  @Column(() => SignedColumns, { prefix: false })
  signed: SignedColumns;
}
