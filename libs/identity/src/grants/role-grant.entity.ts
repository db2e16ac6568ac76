import type { Role } from '#libs/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 授权: one role of one person over one area subtree, compound or company, from a day to a day. */
@Entity('role_grant')
export class RoleGrant {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  userId: string;

  @Column({ type: 'text' })
  role: Role;

  @Column({ type: 'uuid', nullable: true })
  areaId: string | null;

  @Column({ type: 'uuid', nullable: true })
  compoundId: string | null;

  @Column({ type: 'uuid', nullable: true })
  companyId: string | null;

  /** The grant of a person on leave that is held in their place; null for one's own. */
  @Column({ type: 'uuid', nullable: true })
  standsInFor: string | null;

  @Column({ type: 'date' })
  validFrom: string;

  /** The last day of the grant; null when it has none. */
  @Column({ type: 'date', nullable: true })
  validTo: string | null;

  @Column({ type: 'text' })
  grantedBy: string;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  endedBy: string | null;

  @Column({ type: 'text', nullable: true })
  endReason: string | null;
}
