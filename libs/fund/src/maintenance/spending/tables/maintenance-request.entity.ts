import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../../by.columns.js';

/** 申请付款: somebody asks that an instalment is paid. */
@Entity('maintenance_request')
export class MaintenanceRequest {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  spendingId: string;

  @Column({ type: 'smallint' })
  instalment: number;

  @Column({ type: 'date' })
  askedOn: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
