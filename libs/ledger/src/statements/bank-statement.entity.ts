import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StatementReport } from './statement-report.js';

/** 对账单: a file of the bank about one account. */
@Entity('bank_statement')
export class BankStatement {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  bookId: string;

  @PrimaryColumn({ type: 'uuid' })
  accountId: string;

  @Column({ type: 'text' })
  fileName: string;

  @Column({ type: 'text' })
  fileHash: string;

  @Column({ type: 'text' })
  layout: string;

  /** What was told of it when it was imported; null of those of before reports were kept. */
  @Column({ type: 'jsonb', nullable: true })
  report: StatementReport | null;

  @Column({ type: 'timestamptz' })
  importedAt: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
