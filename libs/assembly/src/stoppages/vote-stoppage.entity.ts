import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 停机记录: when an open vote could not be reached because the database was changed; written by its owner alone. */
@Entity('vote_stoppage')
export class VoteStoppage {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  assemblyId: string;

  @PrimaryColumn({ type: 'timestamptz' })
  startedAt: Date;

  @Column({ type: 'timestamptz' })
  endedAt: Date;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'text', array: true })
  migrations: string[];
}
