import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a session was begun. */
export type SignInWay = 'password' | 'directory' | 'phone-code' | 'desk-code';

/** 登录会话: one sign-in on one device, kept alive by a refresh token that changes at every use. */
@Entity('session')
export class Session {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  userId: string;

  /** SHA-256 of the secret that is valid now. */
  @Column({ type: 'text' })
  refreshHash: string;

  /** SHA-256 of the secret before it: whoever shows that one holds a copy. */
  @Column({ type: 'text', nullable: true })
  previousHash: string | null;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz' })
  refreshedAt: Date;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;

  /** What the browser says it is, and the address it came from, when the session was begun. */
  @Column({ type: 'text', default: '' })
  userAgent: string;

  @Column({ type: 'text', default: '' })
  address: string;

  /** By the own password, by the city's directory, or by a code to the phone. */
  @Column({ type: 'text', default: 'password' })
  way: SignInWay;

  /** When the person last showed a password or code in this session. */
  @Column({ type: 'timestamptz', nullable: true })
  provenAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  endReason: string | null;
}
