import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';

/** 合同到账: an entry by which a contract was paid. */
@Entity('common_revenue_receipt')
export class CommonRevenueReceipt {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  entryId: string;

  @Column({ type: 'uuid' })
  bookId: string;

  @Column({ type: 'uuid' })
  contractId: string;

  @Column({ type: 'bigint' })
  amount: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
