import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeetingForm } from '../domain/assembly/meeting-form.js';
import type { OrganiserKind } from '../domain/assembly/organisers.js';
import type { PublishedRules } from '../domain/assembly/published-rules.js';

/** 提议召开的业主: how many asked, against everybody; areas are integers of 0.01 m². */
export interface AskedFor {
  readonly heads: number;
  readonly headsOfAll: number;
  readonly weight: string;
  readonly weightOfAll: string;
}

/** 业主大会: one vote of a compound, or of a building or stairway of it, under rules that it is created with. */
@Entity('assembly')
export class Assembly {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  organiser: OrganiserKind;

  @Column({ type: 'text' })
  organiserName: string;

  /** The order or request by which somebody else than the committee convenes. */
  @Column({ type: 'text', nullable: true })
  organiserBasis: string | null;

  @Column({ type: 'boolean' })
  isFirst: boolean;

  /** 演练: the same path with nothing decided. */
  @Column({ type: 'boolean' })
  isRehearsal: boolean;

  /** Only the owners of this building, or of this stairway of it, decide. */
  @Column({ type: 'text', nullable: true })
  building: string | null;

  @Column({ type: 'text', nullable: true })
  stairway: string | null;

  @Column({ type: 'text', default: 'written' })
  form: MeetingForm;

  /** Where owners meet, or fetch and return their ballots. */
  @Column({ type: 'text', nullable: true })
  place: string | null;

  @Column({ type: 'jsonb' })
  rules: PublishedRules;

  /** How many owners asked for it, where they did. */
  @Column({ type: 'jsonb', nullable: true })
  petition: AskedFor | null;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'text' })
  createdBy: string;

  @Column({ type: 'text' })
  createdByName: string;

  @Column({ type: 'text', nullable: true })
  idempotencyKey: string | null;

  @Column({ type: 'text' })
  inputHash: string;
}
