import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';
import type { ProjectStep } from '../../domain/spending-state.js';

/** 环节: what happened to a project, each once. */
@Entity('fund_project_step')
export class FundProjectStep {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  projectId: string;

  @PrimaryColumn({ type: 'text' })
  step: ProjectStep;

  @Column({ type: 'date' })
  onDay: string;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  /** Of the review: whether it agrees. */
  @Column({ type: 'boolean', nullable: true })
  agrees: boolean | null;

  @Column({ type: 'uuid', nullable: true })
  decisionId: string | null;

  /** Of the contract. */
  @Column({ type: 'text', nullable: true })
  number: string | null;

  @Column({ type: 'text', nullable: true })
  counterparty: string | null;

  @Column({ type: 'text', nullable: true })
  creditCode: string | null;

  @Column({ type: 'bigint', nullable: true })
  amount: string | null;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
