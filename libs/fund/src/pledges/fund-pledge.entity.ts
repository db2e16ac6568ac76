import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../by.columns.js';
import type { GiverKind } from '../domain/giver.js';
import type { Source, Use } from '../domain/uses.js';

/** 认捐: what somebody promised to give; no money, and in no book, until it comes in. */
@Entity('fund_pledge')
export class FundPledge {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  source: Source;

  @Column({ type: 'bigint' })
  amount: string;

  @Column({ type: 'date' })
  promisedOn: string;

  @Column({ type: 'date', nullable: true })
  dueOn: string | null;

  @Column({ type: 'text', nullable: true })
  giver: string | null;

  @Column({ type: 'text' })
  giverKind: GiverKind;

  @Column({ type: 'boolean' })
  isAnonymous: boolean;

  /** The one use that its giver allows, if only one. */
  @Column({ type: 'text', nullable: true })
  useCode: Use | null;

  @Column({ type: 'text', nullable: true })
  document: string | null;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}

/** 撤回认捐: its giver gives no more; what came before stays. */
@Entity('fund_pledge_withdrawal')
export class FundPledgeWithdrawal {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  pledgeId: string;

  @Column({ type: 'text' })
  reason: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
