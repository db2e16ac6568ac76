import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SignedColumns } from '../signed.columns.js';

/** 用印: the seal was put on the paper, on this day, by whoever keeps it. */
@Entity('committee_seal_use')
export class CommitteeSealUse {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  requestId: string;

  @Column({ type: 'date' })
  onDay: string;

  @Column({ type: 'text' })
  holder: string;

  @Column(() => SignedColumns, { prefix: false })
  signed: SignedColumns;
}
