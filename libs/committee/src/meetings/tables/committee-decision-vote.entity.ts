import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VoteChoice } from '../../domain/meetings.js';

/** How one member voted, or that they stood aside. */
@Entity('committee_decision_vote')
export class CommitteeDecisionVote {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  decisionId: string;

  @PrimaryColumn({ type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  choice: VoteChoice | 'recused';
}
