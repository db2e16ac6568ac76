import type { Day } from '#libs/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OwnRules } from '../domain/assembly/meeting-rules.js';

/** 业主大会议事规则: one version, from its day on until the next; laid down once, with the document that it stands in. */
@Entity('meeting_rules')
export class MeetingRules {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'text' })
  title: string;

  /** By whom and when it was adopted: a resolution of the assembly (民法典第二百七十八条), or an interim one. */
  @Column({ type: 'text' })
  adoptedBy: string;

  @Column({ type: 'date' })
  effectiveFrom: Day;

  @Column({ type: 'smallint', nullable: true })
  noticeDays: number | null;

  @Column({ type: 'jsonb' })
  rules: OwnRules;

  @Column({ type: 'uuid' })
  fileId: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
