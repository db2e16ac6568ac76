import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ItemKind } from '../../domain/agenda.js';

/** 议程中的一项, as it was announced. */
@Entity('committee_agenda_item')
export class CommitteeAgendaItem {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  meetingId: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'text' })
  kind: ItemKind;

  @Column({ type: 'text', nullable: true })
  matter: string | null;

  /** What the owners resolved, where the item carries it out. */
  @Column({ type: 'uuid', nullable: true })
  resolutionId: string | null;
}
