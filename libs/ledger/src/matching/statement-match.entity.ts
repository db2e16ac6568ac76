import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MatchReason } from '../domain/matching/proposals.js';

/** 对账: lines of the bank are entries, and why. It stands until it is undone. */
@Entity('statement_match')
export class StatementMatch {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  bookId: string;

  @PrimaryColumn({ type: 'uuid' })
  accountId: string;

  @Column({ type: 'text', array: true })
  reasons: MatchReason[];

  /** What somebody said who matched by hand. */
  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
