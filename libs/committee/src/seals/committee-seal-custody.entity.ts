import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SignedColumns } from '../signed.columns.js';

/** 保管: who keeps a seal from a day on, a member or an office. */
@Entity('committee_seal_custody')
export class CommitteeSealCustody {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  sealId: string;

  @Column({ type: 'text' })
  holder: string;

  /** The member who keeps it; null for an office. */
  @Column({ type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ type: 'date' })
  fromDay: string;

  @Column(() => SignedColumns, { prefix: false })
  signed: SignedColumns;
}
