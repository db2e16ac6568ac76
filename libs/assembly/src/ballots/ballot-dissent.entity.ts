import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 共有人意见不一: a co-owner said something else than the ballot that another one cast. What they said stands nowhere. */
@Entity('ballot_dissent')
export class BallotDissent {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  assemblyId: string;

  @Column({ type: 'uuid' })
  partyId: string;

  @Column({ type: 'uuid' })
  ballotId: string;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  /** When they said the same after all. */
  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null;
}
