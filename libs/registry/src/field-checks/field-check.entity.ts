import { Column, Entity, PrimaryColumn } from 'typeorm';

export const FIELD_CHECK_SUBJECTS = ['service-mode', 'committee', 'party-organisation'] as const;
export const FIELD_CHECK_OUTCOMES = ['confirmed', 'refuted'] as const;

export type FieldCheckSubject = (typeof FIELD_CHECK_SUBJECTS)[number];
export type FieldCheckOutcome = (typeof FIELD_CHECK_OUTCOMES)[number];

/** 实地核查: somebody went there and saw whether a piece of evidence holds. Rows are only ever added. */
@Entity('field_check')
export class FieldCheck {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  subjectKind: FieldCheckSubject;

  /** The record id of the evidence: it stays the same over all versions of that record. */
  @Column({ type: 'uuid' })
  subjectId: string;

  @Column({ type: 'date' })
  checkedOn: string;

  @Column({ type: 'text' })
  outcome: FieldCheckOutcome;

  @Column({ type: 'text' })
  checkedBy: string;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;
}
