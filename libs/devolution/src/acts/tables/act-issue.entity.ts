import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 签发: the paper, and the delegations that were in force when it was signed. */
@Entity('act_issue')
export class ActIssue {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  actId: string;

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
}
