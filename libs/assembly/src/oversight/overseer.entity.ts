import { Column, Entity, PrimaryColumn } from 'typeorm';

export const OVERSEER_ROLES = ['scrutineer', 'observer'] as const;
export type OverseerRole = (typeof OVERSEER_ROLES)[number];

/** 监票人、观察员: sees custody, counts per channel and the log of a vote, and never a preference. */
@Entity('assembly_overseer')
export class Overseer {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  assemblyId: string;

  @Column({ type: 'text' })
  role: OverseerRole;

  @Column({ type: 'text' })
  name: string;

  /** Whoever signs in; null for somebody who watches at the table and is named on paper alone. */
  @Column({ type: 'uuid', nullable: true })
  userId: string | null;

  /** 钥匙: whether they are one of those who together may look before the close, where the rules allow it at all. */
  @Column({ type: 'boolean' })
  holdsKey: boolean;

  /** The paper that appoints them. */
  @Column({ type: 'text', nullable: true })
  basis: string | null;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
