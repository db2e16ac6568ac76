import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 抽签: how candidates who are equal in heads and area were parted, in public and before two witnesses. */
@Entity('election_lot')
export class ElectionLot {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  assemblyId: string;

  @PrimaryColumn({ type: 'uuid' })
  motionId: string;

  /** The first lot may leave other equals, among the alternates, who draw next. */
  @PrimaryColumn({ type: 'smallint' })
  round: number;

  @Column({ type: 'text' })
  border: 'seats' | 'alternates';

  @Column({ type: 'smallint' })
  places: number;

  /** The equals, by their keys on the ballot, in the order in which the lot put them. */
  @Column({ type: 'text', array: true })
  drawn: string[];

  @Column({ type: 'timestamptz' })
  drawnAt: Date;

  @Column({ type: 'text' })
  place: string;

  @Column({ type: 'text' })
  method: string;

  @Column({ type: 'text', array: true })
  witnesses: string[];

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
