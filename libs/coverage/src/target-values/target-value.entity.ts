import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 目标值: the rate asked of an area for a target in a year, and by when. */
@Entity('target_value')
export class TargetValue {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  areaId: string;

  @Column({ type: 'text' })
  target: string;

  @Column({ type: 'smallint' })
  year: number;

  /** Percent with two decimals, as text. */
  @Column({ type: 'numeric', precision: 5, scale: 2 })
  required: string;

  @Column({ type: 'date' })
  deadline: string;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'text' })
  recordedBy: string;
}
