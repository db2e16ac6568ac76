import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../../by.columns.js';
import type { Acceptor } from '../../../domain/maintenance/repair-papers.js';

/** 合同与验收 of a repair, each once. */
@Entity('maintenance_spending_step')
export class MaintenanceSpendingStep {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  spendingId: string;

  @PrimaryColumn({ type: 'text' })
  step: 'contract' | 'acceptance';

  /** On which it was signed, or accepted. */
  @Column({ type: 'date' })
  onDay: string;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  /** Of the contract. */
  @Column({ type: 'text', nullable: true })
  number: string | null;

  @Column({ type: 'text', nullable: true })
  counterparty: string | null;

  @Column({ type: 'text', nullable: true })
  creditCode: string | null;

  @Column({ type: 'bigint', nullable: true })
  amount: string | null;

  /** Of the acceptance: the parties that took part. */
  @Column({ type: 'text', array: true, nullable: true })
  acceptors: readonly Acceptor[] | null;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
