import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Delivered } from '../domain/assembly/deemed.js';
import type { DeliveryMethod } from '../domain/assembly/published-rules.js';

/** 送达台账: each attempt to reach a party, and how it can be shown. */
@Entity('delivery')
export class Delivery {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  assemblyId: string;

  @Column({ type: 'uuid' })
  partyId: string;

  @Column({ type: 'text' })
  method: DeliveryMethod;

  /** A message that was sent (`sent`) is an attempt: whether it reached anybody, nobody knows. */
  @Column({ type: 'text' })
  outcome: 'delivered' | 'failed' | 'refused' | 'sent';

  @Column({ type: 'text' })
  recipient: Delivered['recipient'];

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'uuid', nullable: true })
  fileId: string | null;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;

  /** Of a result from the door: what makes sure that it counts once, however often it is sent. */
  @Column({ type: 'text', nullable: true })
  idempotencyKey: string | null;

  /** When it happened, by the clock of the phone that had no signal. */
  @Column({ type: 'timestamptz', nullable: true })
  toldAt: Date | null;
}
