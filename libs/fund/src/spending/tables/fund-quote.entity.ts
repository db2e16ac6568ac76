import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';

/** 报价: what one firm would do it for. */
@Entity('fund_quote')
export class FundQuote {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** Of a project of the city's fund, or of a repair that a maintenance fund pays for. */
  @Column({ type: 'uuid', nullable: true })
  projectId: string | null;

  @Column({ type: 'uuid', nullable: true })
  spendingId: string | null;

  @Column({ type: 'text' })
  firm: string;

  @Column({ type: 'bigint' })
  amount: string;

  @Column({ type: 'uuid', nullable: true })
  fileId: string | null;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
