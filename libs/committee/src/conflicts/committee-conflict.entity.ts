import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SignedColumns } from '../signed.columns.js';

/** 利益关联: declared by the member whose it is. */
@Entity('committee_conflict')
export class CommitteeConflict {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  committeeId: string;

  @Column({ type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'text' })
  relation: string;

  /** The one item that it is about, or null for everything about the subject. */
  @Column({ type: 'uuid', nullable: true })
  agendaItemId: string | null;

  @Column({ type: 'date' })
  fromDay: string;

  @Column(() => SignedColumns, { prefix: false })
  signed: SignedColumns;
}
