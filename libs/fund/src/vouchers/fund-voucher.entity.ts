import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../by.columns.js';
import type { VoucherKind } from '../domain/voucher-kinds.js';

/** 凭证: a scan or a photo that shows an entry, a project or a repair. */
@Entity('fund_voucher')
export class FundVoucher {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', nullable: true })
  entryId: string | null;

  @Column({ type: 'uuid', nullable: true })
  bookId: string | null;

  @Column({ type: 'uuid', nullable: true })
  projectId: string | null;

  @Column({ type: 'uuid', nullable: true })
  spendingId: string | null;

  /** Of a repair: the instalment that it shows. */
  @Column({ type: 'smallint', nullable: true })
  instalment: number | null;

  @Column({ type: 'text' })
  kind: VoucherKind;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'uuid' })
  fileId: string;

  /** Whether everybody may see it: masked copies, and what names nobody. */
  @Column({ type: 'boolean' })
  isPublic: boolean;

  /** Null, as the hash is, of those that came with a deed of their own. */
  @Column({ type: 'text', nullable: true })
  idempotencyKey: string | null;

  /** Of all that was sent under the key. */
  @Column({ type: 'text', nullable: true })
  inputHash: string | null;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
