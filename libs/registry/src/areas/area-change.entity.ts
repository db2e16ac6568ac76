import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 区划调整: what an area became, on which day and why. */
@Entity('area_change')
export class AreaChange {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  kind: 'split' | 'merge' | 'rename';

  @Column({ type: 'uuid' })
  fromAreaId: string;

  @Column({ type: 'uuid' })
  toAreaId: string;

  @Column({ type: 'date' })
  onDay: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'text' })
  recordedBy: string;
}
