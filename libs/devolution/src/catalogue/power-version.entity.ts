import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalMode, Power } from '../domain/catalogue/power.js';

/** 本市版本的一项下放权限: how a city lays a power down from a day on; what is older stays readable. */
@Entity('power_version')
export class PowerVersion {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  powerCode: string;

  @Column({ type: 'date' })
  effectiveFrom: string;

  /** False when the city took the power off its list. */
  @Column({ type: 'boolean' })
  isListed: boolean;

  @Column({ type: 'text' })
  nameZh: string;

  @Column({ type: 'text' })
  nameEn: string;

  @Column({ type: 'text' })
  legalBasis: string;

  @Column({ type: 'text' })
  legalMode: LegalMode;

  @Column({ type: 'text', nullable: true })
  communityMode: Power['communityMode'];

  @Column({ type: 'integer' })
  limitWorkingDays: number;

  /** The city's document that says so. */
  @Column({ type: 'text' })
  source: string;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'text' })
  recordedBy: string;
}
