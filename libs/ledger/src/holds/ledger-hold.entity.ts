import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 冻结: an amount of an account set aside for a payment. */
@Entity('ledger_hold')
export class LedgerHold {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @PrimaryColumn({ type: 'uuid' })
  bookId: string;

  @Column({ type: 'uuid' })
  accountId: string;

  @Column({ type: 'bigint' })
  amount: string;

  @Column({ type: 'text' })
  memo: string;

  @Column({ type: 'text', nullable: true })
  basisKind: string | null;

  @Column({ type: 'text', nullable: true })
  basis: string | null;

  @Column({ type: 'text' })
  idempotencyKey: string;

  @Column({ type: 'bytea' })
  inputHash: Buffer;

  @Column({ type: 'timestamptz' })
  heldAt: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
