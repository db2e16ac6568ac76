import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 分户账: the account of a home in its compound's book. It is the home's, whoever owns it (住宅专项维修资金管理办法 28). */
@Entity('maintenance_account')
export class MaintenanceAccount {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  unitId: string;

  @Column({ type: 'uuid' })
  bookId: string;

  @Column({ type: 'uuid' })
  accountId: string;

  @Column({ type: 'date' })
  openedOn: string;
}
