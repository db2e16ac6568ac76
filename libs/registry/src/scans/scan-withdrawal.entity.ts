import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 撤下: a scan that was attached by mistake, with who said so, when and why. */
@Entity('scan_withdrawal')
export class ScanWithdrawal {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  scanId: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
