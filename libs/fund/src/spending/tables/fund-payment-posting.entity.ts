import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 支付: the entry by which a payment was made; written by the database alone. */
@Entity('fund_payment_posting')
export class FundPaymentPosting {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  paymentId: string;

  @Column({ type: 'uuid' })
  entryId: string;

  @Column({ type: 'uuid' })
  bookId: string;

  @Column({ type: 'text' })
  source: string;
}
