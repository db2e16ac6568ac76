import { Column, Entity, PrimaryColumn } from 'typeorm';

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

  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  endReason: string | null;
}
