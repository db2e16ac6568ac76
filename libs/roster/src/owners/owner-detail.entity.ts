import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OwnerKind } from '../domain/people/owner-kind.js';

/** 业主个人信息: sealed field by field, found by keyed hashes; a correction is a new row. */
@Entity('owner_detail')
export class OwnerDetail {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  ownerId: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'text' })
  kind: OwnerKind;

  @Column({ type: 'text' })
  sealedName: string;

  @Column({ type: 'text' })
  nameHash: string;

  @Column({ type: 'text', nullable: true })
  sealedIdNumber: string | null;

  @Column({ type: 'text', nullable: true })
  idHash: string | null;

  @Column({ type: 'text', nullable: true })
  sealedPhone: string | null;

  @Column({ type: 'text', nullable: true })
  phoneHash: string | null;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  supersededAt: Date | null;

  @Column({ type: 'text' })
  recordedBy: string;

  @Column({ type: 'uuid', nullable: true })
  importId: string | null;

  @Column({ type: 'uuid' })
  changeId: string;

  @Column({ type: 'uuid', nullable: true })
  supersededBy: string | null;
}
