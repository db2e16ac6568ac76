import { Column, PrimaryColumn } from 'typeorm';

/**
 * What held true on the days `validFrom` to before `validTo`, and was known from `recordedAt` to `supersededAt`. Every
 * row names the change that wrote it and the one that ended it, so that a list can be taken back whole.
 */
export abstract class TwoClocks {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  unitId: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'date' })
  validFrom: string;

  /** First day on which this no longer holds. */
  @Column({ type: 'date', nullable: true })
  validTo: string | null;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  supersededAt: Date | null;

  @Column({ type: 'text' })
  recordedBy: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'uuid', nullable: true })
  importId: string | null;

  @Column({ type: 'integer', nullable: true })
  importRow: number | null;

  @Column({ type: 'uuid' })
  changeId: string;

  @Column({ type: 'uuid', nullable: true })
  supersededBy: string | null;
}
