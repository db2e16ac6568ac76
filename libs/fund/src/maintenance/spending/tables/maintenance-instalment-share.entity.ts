import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a home bears of an instalment; those of a home sum to its share of the contract. */
@Entity('maintenance_instalment_share')
export class MaintenanceInstalmentShare {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  spendingId: string;

  @PrimaryColumn({ type: 'smallint' })
  instalment: number;

  @PrimaryColumn({ type: 'uuid' })
  unitId: string;

  @Column({ type: 'bigint' })
  amount: string;
}
