import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FormValues } from '../../domain/acts/form.js';

/** 办件: what was asked of an office under one of its powers, as it came in. */
@Entity('act')
export class Act {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  powerCode: string;

  /** The city version of the power under which it was opened; null: the standard edition. */
  @Column({ type: 'uuid', nullable: true })
  powerVersionId: string | null;

  /** The office that acts, by its area. */
  @Column({ type: 'uuid' })
  bodyAreaId: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'text' })
  applicant: string;

  /** What the form said, already checked. */
  @Column({ type: 'jsonb' })
  form: FormValues;

  @Column({ type: 'bigint', nullable: true })
  amountFen: string | null;

  @Column({ type: 'timestamptz' })
  openedAt: Date;

  /** Working days are counted from here. */
  @Column({ type: 'date' })
  openedOn: string;

  /** Id of the person. */
  @Column({ type: 'text' })
  openedBy: string;

  @Column({ type: 'text' })
  openedByName: string;

  @Column({ type: 'text', nullable: true })
  idempotencyKey: string | null;

  /** SHA-256 of the request: the same key with another request is refused. */
  @Column({ type: 'text' })
  inputHash: string;
}
