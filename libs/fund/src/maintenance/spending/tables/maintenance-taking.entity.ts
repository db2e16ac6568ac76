import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an entry took from a home for a repair; written by the function that pays, alone. */
@Entity('maintenance_taking')
export class MaintenanceTaking {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  entryId: string;

  @Column({ type: 'uuid' })
  bookId: string;

  @PrimaryColumn({ type: 'uuid' })
  unitId: string;

  @Column({ type: 'uuid' })
  spendingId: string;

  @Column({ type: 'smallint' })
  instalment: number;

  @Column({ type: 'bigint' })
  amount: string;
}
