import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Readiness } from '../domain/delegation/readiness.js';

/** 接受、收回或交回: who did it, when and why. */
@Entity('delegation_step')
export class DelegationStep {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  delegationId: string;

  @Column({ type: 'text' })
  kind: 'acceptance' | 'revocation' | 'return';

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  /** The paper by which it was revoked or returned. */
  @Column({ type: 'text', nullable: true })
  documentNumber: string | null;

  /** What the receiver said to be ready when it accepted. */
  @Column({ type: 'jsonb', nullable: true })
  readiness: Readiness | null;
}
