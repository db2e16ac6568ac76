import { Column, Entity, PrimaryColumn } from 'typeorm';

export const CLAIM_TARGETS = ['C1', 'C2', 'C3', 'C4'] as const;
export const CLAIM_MODES = ['company', 'self', 'community', 'none', 'unknown', 'committee', 'party'] as const;

export type ClaimTarget = (typeof CLAIM_TARGETS)[number];
export type ClaimMode = (typeof CLAIM_MODES)[number];

/** 名单所称: what a list merely says about a target. It is never evidence, and counts on the claimed basis only. */
@Entity('claim')
export class Claim {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  target: ClaimTarget;

  @Column({ type: 'text' })
  subjectKind: 'compound' | 'committee' | 'company';

  @Column({ type: 'uuid' })
  subjectId: string;

  @Column({ type: 'text' })
  mode: ClaimMode;

  /** The words of the list. */
  @Column({ type: 'text' })
  words: string;

  @Column({ type: 'date' })
  asOf: string;

  @Column({ type: 'uuid' })
  importId: string;

  @Column({ type: 'integer' })
  importRow: number;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  supersededAt: Date | null;
}
