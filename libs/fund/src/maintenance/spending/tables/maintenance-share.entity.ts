import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * 分摊: what a home would bear of what was asked for, by its area on that day. What it bears of the contract is split
 * anew by the same areas.
 */
@Entity('maintenance_share')
export class MaintenanceShare {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  spendingId: string;

  @PrimaryColumn({ type: 'uuid' })
  unitId: string;

  /** Integer of 0.01 m², as text. */
  @Column({ type: 'bigint' })
  area: string;

  @Column({ type: 'bigint' })
  amount: string;

  /** Unsold or undelivered: what its sub-account lacks, the developer owes (住宅专项维修资金管理办法 21). */
  @Column({ type: 'boolean' })
  isDevelopers: boolean;
}
