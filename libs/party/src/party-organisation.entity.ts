import { DocumentColumns, RecordColumns } from '#libs/companies';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PartyOrganisationKind, PartySubjectKind } from './domain/party-words.js';

/** 党组织: of a committee or of a company, as approved; each correction is a new row of its record. */
@Entity('party_organisation')
export class PartyOrganisation {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** What stays the same through corrections; field checks name it. */
  @Column({ type: 'uuid' })
  recordId: string;

  @Column({ type: 'text' })
  subjectKind: PartySubjectKind;

  /** The committee's record id, or the company's id. */
  @Column({ type: 'uuid' })
  subjectId: string;

  @Column({ type: 'text' })
  kind: PartyOrganisationKind;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', nullable: true })
  secretary: string | null;

  @Column({ type: 'integer', nullable: true })
  memberCount: number | null;

  @Column(() => DocumentColumns, { prefix: false })
  document: DocumentColumns;

  @Column(() => RecordColumns, { prefix: false })
  record: RecordColumns;
}
