import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 覆盖率快照: what an area's target stood at on a day, as it was known then. */
@Entity('coverage_snapshot')
export class CoverageSnapshot {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  areaId: string;

  @PrimaryColumn({ type: 'text' })
  target: string;

  @PrimaryColumn({ type: 'date' })
  day: string;

  @Column({ type: 'integer' })
  denominator: number;

  @Column({ type: 'integer' })
  strict: number;

  @Column({ type: 'integer' })
  broad: number;

  @Column({ type: 'integer' })
  claimed: number;

  @Column({ type: 'jsonb' })
  states: Record<string, number>;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;
}
