import { Column, Entity, Generated, PrimaryColumn } from 'typeorm';

/** The default of the database, pg_current_xact_id()::text::bigint, as TypeORM reads it back: without its casts. */
const WRITTEN_IN = '((pg_current_xact_id()))';

/** 操作留痕: who did what to which subject, when and on what basis. The app's role may add and read, nothing else. */
@Entity('audit_line')
export class AuditLine {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  actorKind: string;

  @Column({ type: 'text' })
  actorId: string;

  @Column({ type: 'text' })
  actorName: string;

  @Column({ type: 'text' })
  action: string;

  @Column({ type: 'text' })
  subjectKind: string;

  @Column({ type: 'text' })
  subjectId: string;

  @Column({ type: 'jsonb', nullable: true })
  before: unknown;

  @Column({ type: 'jsonb', nullable: true })
  after: unknown;

  @Column({ type: 'text', nullable: true })
  legalBasis: string | null;

  /** Drawn by the database; keeps a hash of the line from being guessed. Read only where it is asked for. */
  @Column({ type: 'uuid', select: false })
  @Generated('uuid')
  salt: string;

  /** Number of the transaction that wrote the line: by it new lines are found whatever the order of commits. */
  @Column({ type: 'bigint', default: () => WRITTEN_IN, select: false })
  writtenIn: string;
}
