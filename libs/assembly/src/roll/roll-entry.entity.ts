import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One party in one version of the roll: its heads and its area, as the law counts them. */
@Entity('roll_entry')
export class RollEntry {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  assemblyId: string;

  @PrimaryColumn({ type: 'smallint' })
  version: number;

  @PrimaryColumn({ type: 'uuid' })
  partyId: string;

  @Column({ type: 'smallint' })
  heads: number;

  @Column({ type: 'bigint' })
  weight: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text', array: true })
  units: string[];

  /** Its units, as they are shown: building and room, never a name. */
  @Column({ type: 'text' })
  label: string;

  @Column({ type: 'text', nullable: true })
  building: string | null;

  @Column({ type: 'text', nullable: true })
  stairway: string | null;

  @Column({ type: 'text', array: true })
  doubts: string[];
}
