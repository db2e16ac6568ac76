import { DocumentColumns, RecordColumns } from '#libs/companies';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CommitteeKind } from '../domain/committee-words.js';

/** 业委会、物管会或免设情形, as filed; each correction is a new row of its record. */
@Entity('committee')
export class Committee {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** What stays the same through corrections; party organisations and field checks name it. */
  @Column({ type: 'uuid' })
  recordId: string;

  @Column({ type: 'text' })
  kind: CommitteeKind;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'integer', nullable: true })
  seats: number | null;

  @Column({ type: 'integer', nullable: true })
  members: number | null;

  @Column({ type: 'date', nullable: true })
  membersChangedOn: string | null;

  @Column({ type: 'date', nullable: true })
  electedOn: string | null;

  @Column({ type: 'date', nullable: true })
  lastActivityOn: string | null;

  @Column({ type: 'date', nullable: true })
  reelectionGroupOn: string | null;

  @Column(() => DocumentColumns, { prefix: false })
  document: DocumentColumns;

  @Column(() => RecordColumns, { prefix: false })
  record: RecordColumns;
}
