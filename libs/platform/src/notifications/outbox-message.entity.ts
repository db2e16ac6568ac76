import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 短信发件箱: a message that was decided together with what it tells, and is sent afterwards. */
@Entity('outbox_message')
export class OutboxMessage {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** What it is about, by which a channel may choose a template of its own. */
  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  sealedPhone: string;

  /** Null as soon as nobody needs it any more: sent, or given up. */
  @Column({ type: 'text', nullable: true })
  sealedText: string | null;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  /** When it is tried next; null when it never is again. */
  @Column({ type: 'timestamptz', nullable: true })
  dueAt: Date | null;

  /** After this moment it would tell nothing that still holds. */
  @Column({ type: 'timestamptz' })
  expiresAt: Date;

  @Column({ type: 'integer', default: 0 })
  attempts: number;

  @Column({ type: 'timestamptz', nullable: true })
  sentAt: Date | null;

  @Column({ type: 'text', nullable: true })
  channel: string | null;

  /** Why the last try failed, in the words of the channel; never the message. */
  @Column({ type: 'text', nullable: true })
  lastError: string | null;
}
