import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActStep } from '../../domain/acts/act-state.js';

/** 办理环节: what happened to a case, by whom and when. */
@Entity('act_step')
export class ActStepRow {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  actId: string;

  @PrimaryColumn({ type: 'integer' })
  sequence: number;

  @Column({ type: 'text' })
  step: ActStep;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'date' })
  onDay: string;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;

  /** The office for which they acted. */
  @Column({ type: 'text' })
  byBody: string;

  @Column({ type: 'text', nullable: true })
  note: string | null;
}
