import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../by.columns.js';

/** 撤回公开: a voucher that everybody could see by mistake, with who withdrew it, when and why. */
@Entity('fund_voucher_withdrawal')
export class FundVoucherWithdrawal {
  @PrimaryColumn({ type: 'smallint', primaryKeyConstraintName: 'fund_voucher_withdrawal_once' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'fund_voucher_withdrawal_once' })
  voucherId: string;

  @Column({ type: 'text' })
  reason: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
