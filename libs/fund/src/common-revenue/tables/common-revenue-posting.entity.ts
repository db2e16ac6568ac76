import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The entry by which a withdrawal was paid; written by the database's own function alone. */
@Entity('common_revenue_posting')
export class CommonRevenuePosting {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  withdrawalId: string;

  @Column({ type: 'uuid' })
  entryId: string;

  @Column({ type: 'uuid' })
  bookId: string;
}
