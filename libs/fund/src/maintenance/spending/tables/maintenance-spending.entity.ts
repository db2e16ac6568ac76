import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../../by.columns.js';
import type { Benefit } from '../../../domain/maintenance/cost-split.js';
import type { Emergency } from '../../../domain/uses.js';

/** 维修支出: what a repair costs, who benefits, and what allows it. */
@Entity('maintenance_spending')
export class MaintenanceSpending {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  benefit: Benefit;

  @Column({ type: 'text', nullable: true })
  building: string | null;

  @Column({ type: 'text', nullable: true })
  stairway: string | null;

  /** In fen. */
  @Column({ type: 'bigint' })
  amount: string;

  @Column({ type: 'text' })
  payee: string;

  /** What happened, where the lawful path of emergencies is taken. */
  @Column({ type: 'text', nullable: true })
  emergency: Emergency | null;

  /** What allows it: what owners resolved, or in an emergency the act that confirmed it. */
  @Column({ type: 'uuid', nullable: true })
  resolutionId: string | null;

  @Column({ type: 'uuid', nullable: true })
  actId: string | null;

  @Column({ type: 'date' })
  askedOn: string;

  /** Under which it was asked for once, with the hash of what was asked; null of those from before keys were taken. */
  @Column({ type: 'text', nullable: true })
  idempotencyKey: string | null;

  @Column({ type: 'text', nullable: true })
  inputHash: string | null;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
