import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';
import type { Emergency, Use } from '../../domain/uses.js';

/** 用款项目: what money is asked for, for which compound and which use. */
@Entity('fund_project')
export class FundProject {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'text' })
  title: string;

  /** What it is used for, as the chart of the fund names it. */
  @Column({ type: 'text' })
  useCode: Use;

  @Column({ type: 'text' })
  reason: string;

  /** Asked for, in fen. */
  @Column({ type: 'bigint' })
  amount: string;

  /** Whom it helps; masked wherever everybody reads. */
  @Column({ type: 'text', nullable: true })
  beneficiary: string | null;

  /** What happened, where the lawful path of emergencies is taken. */
  @Column({ type: 'text', nullable: true })
  emergency: Emergency | null;

  @Column({ type: 'date' })
  appliedOn: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
