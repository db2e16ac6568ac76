import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CompoundStatus } from '../domain/compounds/compound-facts.js';

/**
 * 小区台账版本: what held true of a compound on the days `validFrom` to before `validTo`, and was known from
 * `recordedAt` to `supersededAt`. Versions known at one moment never overlap.
 */
@Entity('compound_version')
export class CompoundVersion {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', array: true, default: '{}' })
  aliases: string[];

  /** How the name and the aliases sound, by which they are searched. */
  @Column({ type: 'text', default: '' })
  namePinyin: string;

  @Column({ type: 'text', nullable: true })
  address: string | null;

  /** Null while unplaced: the compound then counts for the city as a whole. */
  @Column({ type: 'uuid', nullable: true })
  areaId: string | null;

  @Column({ type: 'double precision', nullable: true })
  longitude: number | null;

  @Column({ type: 'double precision', nullable: true })
  latitude: number | null;

  @Column({ type: 'integer', nullable: true })
  buildings: number | null;

  @Column({ type: 'integer', nullable: true })
  households: number | null;

  /** Integer of 0.01 m², as text. */
  @Column({ type: 'bigint', nullable: true })
  floorArea: string | null;

  @Column({ type: 'smallint', nullable: true })
  builtYear: number | null;

  @Column({ type: 'text', nullable: true })
  kind: string | null;

  @Column({ type: 'date', nullable: true })
  deliveredOn: string | null;

  @Column({ type: 'text' })
  status: CompoundStatus;

  /** The compound that this one is, while the status is merged. */
  @Column({ type: 'uuid', nullable: true })
  mergedInto: string | null;

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
}
