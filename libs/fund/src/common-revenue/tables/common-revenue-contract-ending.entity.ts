import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';

/** 提前终止: a contract that ended before its last day. */
@Entity('common_revenue_contract_ending')
export class CommonRevenueContractEnding {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  contractId: string;

  @Column({ type: 'date' })
  lastDay: string;

  @Column({ type: 'text' })
  reason: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
