import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';
import type { Party } from '../../domain/common-revenue/consents.js';

/** 同意: of one party, by a person of its own or on a paper that its committee signed. */
@Entity('common_revenue_consent')
export class CommonRevenueConsent {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  withdrawalId: string;

  @PrimaryColumn({ type: 'text' })
  party: Party;

  /** Who signed the paper; null for whoever signed in. */
  @Column({ type: 'text', nullable: true })
  signedBy: string | null;

  @Column({ type: 'uuid', nullable: true })
  fileId: string | null;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
