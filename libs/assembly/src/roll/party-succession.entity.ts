import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 买受: a unit was sold while the vote was open, and the seller had not voted. */
@Entity('party_succession')
export class PartySuccession {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  assemblyId: string;

  @PrimaryColumn({ type: 'uuid' })
  partyId: string;

  @Column({ type: 'text' })
  successor: string;

  @Column({ type: 'date' })
  onDay: string;

  @Column({ type: 'text' })
  document: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
