import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';

/** 三方共管专户: the bank account of a compound's common revenue, as agreed since a day; the next day's replaces it. */
@Entity('common_revenue_account')
export class CommonRevenueAccount {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'text' })
  bank: string;

  @Column({ type: 'text' })
  number: string;

  /** The firm among the three; null where the compound looks after itself. */
  @Column({ type: 'uuid', nullable: true })
  companyId: string | null;

  @Column({ type: 'date' })
  since: string;

  @Column({ type: 'text' })
  document: string;

  @Column({ type: 'uuid' })
  fileId: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
