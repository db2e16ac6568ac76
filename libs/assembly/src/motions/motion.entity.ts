import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VotingClass } from '#libs/law';
import type { AskedMotion } from '../domain/assembly/casting.js';

/** 候选人: the key that is ticked, and who it is. */
export interface Candidate {
  readonly key: string;
  readonly name: string;
  /** As published: who recommends them, and what else owners should know. */
  readonly note: string;
  /** Whether they declared in writing that they are fit for office (指导规则第三十一条). */
  readonly isDeclared?: boolean;
}

/** Candidates by their names, for a sentence. */
export function namesOf(candidates: readonly Candidate[], keys: readonly string[]): string {
  return keys.map((key) => candidates.find((each) => each.key === key)?.name ?? key).join('、');
}

/** 议题: one question of an assembly, as it stands on the ballot. */
@Entity('motion')
export class MotionRow {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  assemblyId: string;

  /** Its place among the answers of a ballot. */
  @Column({ type: 'smallint' })
  position: number;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'text' })
  kind: AskedMotion['kind'];

  @Column({ type: 'text', array: true })
  matters: string[];

  @Column({ type: 'text' })
  votingClass: VotingClass;

  /** What can be ticked. */
  @Column({ type: 'text', array: true })
  offered: string[];

  @Column({ type: 'jsonb', nullable: true })
  candidates: Candidate[] | null;

  @Column({ type: 'smallint', nullable: true })
  seats: number | null;

  @Column({ type: 'smallint', nullable: true })
  alternates: number | null;

  /** Taken off while the assembly is a draft. */
  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;
}
