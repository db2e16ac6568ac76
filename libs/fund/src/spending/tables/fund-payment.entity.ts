import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';

/** 付款申请: asked for by one, approved by two others. */
@Entity('fund_payment')
export class FundPayment {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  projectId: string;

  @Column({ type: 'bigint' })
  amount: string;

  @Column({ type: 'text' })
  payee: string;

  @Column({ type: 'text' })
  memo: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
