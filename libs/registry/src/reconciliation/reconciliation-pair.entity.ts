import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MatchReason } from '../domain/matching/match.js';

/** 疑似同一小区: two rows that may mean one compound, until somebody decides. */
@Entity('reconciliation_pair')
export class ReconciliationPair {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  reconciliationId: string;

  @Column({ type: 'uuid' })
  leftSourceId: string;

  @Column({ type: 'uuid' })
  rightSourceId: string;

  /** 0–100. */
  @Column({ type: 'smallint' })
  score: number;

  @Column({ type: 'jsonb' })
  reasons: readonly MatchReason[];

  @Column({ type: 'text', nullable: true })
  decision: 'same' | 'different' | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  decidedBy: string | null;
}
