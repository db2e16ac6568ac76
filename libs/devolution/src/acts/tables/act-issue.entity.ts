import { Column, Entity, Generated, PrimaryColumn } from 'typeorm';

/** 签发: the paper, and the delegations that were in force when it was signed. */
@Entity('act_issue')
export class ActIssue {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  /** The id of the act. */
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  documentNumber: string;

  /** Empty when the office is itself the origin of the power. */
  @Column({ type: 'uuid', array: true })
  chain: string[];

  @Column({ type: 'text' })
  decision: string;

  @Column({ type: 'timestamptz' })
  issuedAt: Date;

  @Column({ type: 'date' })
  issuedOn: string;

  @Column({ type: 'text' })
  signer: string;

  /** What makes it a leaf of the transparency log, filled in by the database. */
  @Column({ type: 'uuid', select: false })
  @Generated('uuid')
  salt: string;

  @Column({ type: 'bigint', default: () => '((pg_current_xact_id()))', select: false })
  writtenIn: string;
}

/** An issue as it is written; the rest comes from the database. */
export type NewIssue = Omit<ActIssue, 'salt' | 'writtenIn'>;
