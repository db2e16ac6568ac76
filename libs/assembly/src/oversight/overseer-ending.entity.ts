import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The end of an appointment, with its reason. */
@Entity('assembly_overseer_ending')
export class OverseerEnding {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  overseerId: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
