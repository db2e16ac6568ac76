import { Column, Entity, PrimaryColumn } from 'typeorm';
import { FIELD_CHECK_SUBJECTS } from '../field-checks/field-check.entity.js';

export const SCAN_SUBJECTS = [...FIELD_CHECK_SUBJECTS, 'service-sign', 'field-check'] as const;

export type ScanSubject = (typeof SCAN_SUBJECTS)[number];

/** 扫描件: an uploaded file that shows the paper (or the place) behind a piece of evidence. Rows are only ever added. */
@Entity('scan')
export class Scan {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  subjectKind: ScanSubject;

  /** The record id of the evidence, which stays the same through corrections; of signs and checks their own id. */
  @Column({ type: 'uuid' })
  subjectId: string;

  @Column({ type: 'uuid' })
  fileId: string;

  @Column({ type: 'timestamptz' })
  attachedAt: Date;

  @Column({ type: 'text' })
  attachedBy: string;

  @Column({ type: 'text' })
  attachedById: string;
}
