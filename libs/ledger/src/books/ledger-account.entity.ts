import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AccountKind } from '../domain/accounts.js';

/** 科目: positive is debit. What it holds is written by the posting function alone. */
@Entity('ledger_account')
export class LedgerAccount {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @PrimaryColumn({ type: 'uuid' })
  bookId: string;

  /** With its place in the tree, as `1002:F1`. */
  @Column({ type: 'text' })
  code: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  kind: AccountKind;

  @Column({ type: 'uuid', nullable: true })
  parentId: string | null;

  /** Entries must balance within it: restricted money leaves only to where it may go. */
  @Column({ type: 'text', nullable: true })
  restriction: string | null;

  @Column({ type: 'boolean' })
  isPostable: boolean;

  /** The floor, below which what is free never falls. */
  @Column({ type: 'bigint', nullable: true })
  least: string | null;

  @Column({ type: 'bigint', nullable: true })
  most: string | null;

  @Column({ type: 'timestamptz' })
  openedAt: Date;

  @Column({ type: 'bigint', default: 0, insert: false, update: false })
  balance: string;

  /** Set aside for payments that are not made yet. */
  @Column({ type: 'bigint', default: 0, insert: false, update: false })
  held: string;

  @Column({ type: 'bigint', default: 0, insert: false, update: false })
  lineCount: string;
}
