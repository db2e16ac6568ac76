import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 用户: a person who signs in to one city. */
@Entity('user_account')
export class UserAccount {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** In its normal form: lower case, no full-width letters. */
  @Column({ type: 'text' })
  login: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', nullable: true })
  phone: string | null;

  /** argon2id in PHC form; never leaves this table. */
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
