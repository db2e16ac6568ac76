import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SealKind } from '../domain/seals.js';
import { SignedColumns } from '../signed.columns.js';

/** 印章: one seal of a body, by what is cut into it. */
@Entity('committee_seal')
export class CommitteeSeal {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  committeeId: string;

  @Column({ type: 'text' })
  kind: SealKind;

  @Column({ type: 'text' })
  inscription: string;

  @Column(() => SignedColumns, { prefix: false })
  signed: SignedColumns;
}
