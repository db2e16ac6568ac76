import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EndGround, EndKind, Post } from '../domain/posts.js';

/** 任职: one seat of one person, from a day to a day; each correction is a new row of its record. */
@Entity('committee_member')
export class CommitteeMember {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  recordId: string;

  /** The record of the filed body, for one term. */
  @Column({ type: 'uuid' })
  committeeId: string;

  /** The same for all seats of one person in this term. */
  @Column({ type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  post: Post;

  /** Whose turn it is among alternates. */
  @Column({ type: 'integer', nullable: true })
  rank: number | null;

  @Column({ type: 'boolean' })
  isOwner: boolean;

  @Column({ type: 'date' })
  fromDay: string;

  @Column({ type: 'date' })
  toDay: string;

  /** The result or filing by which it is held. */
  @Column({ type: 'text' })
  basis: string;

  @Column({ type: 'text', nullable: true })
  endKind: EndKind | null;

  @Column({ type: 'text', nullable: true })
  endGround: EndGround | null;

  @Column({ type: 'text', nullable: true })
  endDocument: string | null;

  @Column({ type: 'uuid', nullable: true })
  resolutionId: string | null;

  @Column({ type: 'text', nullable: true })
  changeReason: string | null;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'text' })
  recordedBy: string;

  @Column({ type: 'timestamptz', nullable: true })
  supersededAt: Date | null;
}
