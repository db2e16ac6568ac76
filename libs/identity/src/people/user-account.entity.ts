import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 用户: a person who signs in to one city. */
@Entity('user_account')
export class UserAccount {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** 工作人员 or 业主: an owner comes in by phone and holds no grant but their bindings. */
  @Column({ type: 'text', default: 'staff' })
  kind: 'staff' | 'owner';

  /** In its normal form: lower case, no full-width letters. */
  @Column({ type: 'text' })
  login: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', nullable: true })
  phone: string | null;

  /** Keyed hash and seal of the phone that an owner signs in with; null for everybody else. */
  @Column({ type: 'text', nullable: true })
  phoneHash: string | null;

  @Column({ type: 'text', nullable: true })
  sealedPhone: string | null;

  /** argon2id in PHC form; never leaves this table; empty for an owner, who has none. */
  @Column({ type: 'text' })
  passwordHash: string;

  /** The password was given by somebody else and must be changed before anything else. */
  @Column({ type: 'boolean' })
  mustChangePassword: boolean;

  @Column({ type: 'integer', default: 0 })
  failedAttempts: number;

  @Column({ type: 'timestamptz', nullable: true })
  lockedUntil: Date | null;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  disabledAt: Date | null;
}
