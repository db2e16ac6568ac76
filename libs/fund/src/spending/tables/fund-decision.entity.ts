import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';
import type { Use } from '../../domain/uses.js';

/** 决策: a resolution or an act, with how much it allows for which use; several projects may draw on it. */
@Entity('fund_decision')
export class FundDecision {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  kind: 'resolution' | 'act';

  @Column({ type: 'uuid', nullable: true })
  resolutionId: string | null;

  @Column({ type: 'uuid', nullable: true })
  actId: string | null;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'text' })
  useCode: Use;

  @Column({ type: 'bigint' })
  amount: string;

  @Column({ type: 'date' })
  decidedOn: string;

  /** How entries cite it. */
  @Column({ type: 'text' })
  document: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
