import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SentCode } from '../domain/owner-code-rule.js';

/** 验证码: the one code that a phone was sent last; the next takes its place. */
@Entity('owner_code')
export class OwnerCode implements SentCode {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'text' })
  phoneHash: string;

  /** Keyed, and of this phone alone. */
  @Column({ type: 'text' })
  codeHash: string;

  @Column({ type: 'timestamptz' })
  sentAt: Date;

  @Column({ type: 'date' })
  day: string;

  @Column({ type: 'integer' })
  sentOnDay: number;

  /** How long it may be used. */
  @Column({ type: 'integer', default: 300 })
  seconds: number;

  /** Who handed it out at the desk; null for one that was sent. */
  @Column({ type: 'text', nullable: true })
  issuedBy: string | null;

  /** Wrong tries. */
  @Column({ type: 'integer', default: 0 })
  attempts: number;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt: Date | null;
}
