import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A counter per city, bumped by every change of delegations; what is kept in memory holds only while it stands. */
@Entity('delegation_stamp')
export class DelegationStamp {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @Column({ type: 'bigint' })
  version: string;
}
