import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../by.columns.js';
import type { ReceiptKind } from '../domain/receipts.js';
import type { GiverKind } from '../domain/giver.js';
import type { Source, Use } from '../domain/uses.js';

/** 到账: money that came in, from whom, for what, by which paper. */
@Entity('fund_receipt')
export class FundReceipt {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  kind: ReceiptKind;

  @Column({ type: 'text' })
  source: Source;

  @Column({ type: 'uuid' })
  entryId: string;

  @Column({ type: 'uuid' })
  bookId: string;

  @Column({ type: 'bigint' })
  amount: string;

  @Column({ type: 'date' })
  onDay: string;

  @Column({ type: 'text', nullable: true })
  giver: string | null;

  @Column({ type: 'text' })
  giverKind: GiverKind;

  @Column({ type: 'boolean' })
  isAnonymous: boolean;

  /** The one use that its giver allows, if only one. */
  @Column({ type: 'text', nullable: true })
  useCode: Use | null;

  /** The project to which it is bound. */
  @Column({ type: 'uuid', nullable: true })
  projectId: string | null;

  /** The promise that it keeps. */
  @Column({ type: 'uuid', nullable: true })
  pledgeId: string | null;

  @Column({ type: 'text', nullable: true })
  document: string | null;

  @Column({ type: 'smallint', nullable: true })
  certificateYear: number | null;

  @Column({ type: 'integer', nullable: true })
  certificateSerial: number | null;

  /** What opens the way of a gift, printed on its certificate. */
  @Column({ type: 'text', nullable: true })
  code: string | null;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
