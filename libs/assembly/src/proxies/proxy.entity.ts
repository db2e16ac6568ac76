import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProxyKind } from '../domain/assembly/proxies.js';

/** 委托书: who may cast for a party, and from when to when. */
@Entity('proxy')
export class ProxyRow {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  assemblyId: string;

  @Column({ type: 'uuid' })
  partyId: string;

  /** The same for the same person. */
  @Column({ type: 'text' })
  holderKey: string;

  @Column({ type: 'text' })
  holderName: string;

  @Column({ type: 'text' })
  holderKind: ProxyKind;

  @Column({ type: 'uuid', nullable: true })
  holderPartyId: string | null;

  @Column({ type: 'text', nullable: true })
  instruction: string | null;

  @Column({ type: 'date' })
  fromDay: string;

  @Column({ type: 'date' })
  toDay: string;

  @Column({ type: 'uuid', nullable: true })
  fileId: string | null;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
