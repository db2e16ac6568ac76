import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SignedColumns } from '../signed.columns.js';

/** What one member said to a request, once. */
@Entity('committee_seal_consent')
export class CommitteeSealConsent {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  requestId: string;

  @PrimaryColumn({ type: 'uuid' })
  personId: string;

  @Column({ type: 'boolean' })
  agrees: boolean;

  @Column(() => SignedColumns, { prefix: false })
  signed: SignedColumns;
}
