import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';
import type { RevenueUse } from '../../domain/common-revenue/withdrawals.js';

/** 支取申请: how much is to leave the account, to whom, for what and on what it rests. */
@Entity('common_revenue_withdrawal')
export class CommonRevenueWithdrawal {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'uuid' })
  accountId: string;

  /** Null for reasonable costs, which a paper shows instead. */
  @Column({ type: 'uuid', nullable: true })
  basisId: string | null;

  @Column({ type: 'text' })
  useCode: RevenueUse;

  @Column({ type: 'bigint' })
  amount: string;

  @Column({ type: 'text' })
  payee: string;

  @Column({ type: 'text' })
  memo: string;

  @Column({ type: 'uuid', nullable: true })
  fileId: string | null;

  /** As the rule of its day asked. */
  @Column({ type: 'smallint' })
  consentsNeeded: number;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
