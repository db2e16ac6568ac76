import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';

/** 复核: the first and the second who approve, each with what they declared. */
@Entity('fund_payment_approval')
export class FundPaymentApproval {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  paymentId: string;

  @PrimaryColumn({ type: 'smallint' })
  position: number;

  @Column({ type: 'text' })
  declaration: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
