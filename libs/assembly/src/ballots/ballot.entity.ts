import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Capacity, Channel } from '../domain/assembly/casting.js';

/** 表决票: one row for all answers of a party. Only added to; a change names the one it replaces. */
@Entity('ballot')
export class Ballot {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  assemblyId: string;

  @PrimaryColumn({ type: 'uuid' })
  partyId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  channel: Channel;

  @Column({ type: 'text' })
  capacity: Capacity;

  /** Who stood at the desk, or signed the slip. */
  @Column({ type: 'text' })
  castBy: string;

  /** Who watched where somebody was helped to vote. */
  @Column({ type: 'text', nullable: true })
  witness: string | null;

  /** The paper by which somebody else than the owner casts. */
  @Column({ type: 'text', nullable: true })
  basis: string | null;

  @Column({ type: 'uuid', nullable: true })
  proxyId: string | null;

  @Column({ type: 'uuid', nullable: true })
  slipId: string | null;

  /** In the order of the motions. */
  @Column({ type: 'text', array: true })
  answers: string[];

  /** By the clock of the database. */
  @Column({ type: 'timestamptz' })
  castAt: Date;

  @Column({ type: 'bytea' })
  salt: Buffer;

  /** The commitment to this ballot, which will stand on the sealed board. */
  @Column({ type: 'text' })
  receipt: string;

  @Column({ type: 'uuid', nullable: true })
  replaces: string | null;

  @Column({ type: 'text' })
  idempotencyKey: string;

  @Column({ type: 'text' })
  inputHash: string;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
