import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalMode } from '../domain/catalogue/power.js';

/** 授权: one power handed from body to body. Only its acceptance and its end are ever set; see `delegation_step`. */
@Entity('delegation')
export class DelegationRow {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  powerCode: string;

  /** The body that hands it down, by the area whose office it is. */
  @Column({ type: 'uuid' })
  fromAreaId: string;

  @Column({ type: 'uuid' })
  toAreaId: string;

  /** The subtree in which it holds. */
  @Column({ type: 'uuid' })
  areaId: string;

  @Column({ type: 'date' })
  effectiveFrom: string;

  /** The last day. */
  @Column({ type: 'date', nullable: true })
  effectiveTo: string | null;

  @Column({ type: 'text' })
  legalMode: LegalMode;

  @Column({ type: 'bigint', nullable: true })
  amountLimitFen: string | null;

  /** What it rests on, from the origin's delegation to itself. */
  @Column({ type: 'uuid', array: true })
  chain: string[];

  @Column({ type: 'text' })
  documentNumber: string;

  @Column({ type: 'text' })
  issuedBy: 'province' | 'city' | 'county';

  @Column({ type: 'date', nullable: true })
  publishedOn: string | null;

  @Column({ type: 'uuid', nullable: true })
  fileId: string | null;

  @Column({ type: 'timestamptz' })
  grantedAt: Date;

  @Column({ type: 'text' })
  grantedBy: string;

  @Column({ type: 'timestamptz', nullable: true })
  acceptedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  /** The day of the end in Shanghai; from it on the power may be granted anew. */
  @Column({ type: 'date', nullable: true })
  endedOn: string | null;
}
