import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';
import type { Use } from '../../domain/uses.js';

/** A use of the city's fund, or what the maintenance fund of a compound pays for. */
export type DecidedUse = Use | '5201';

/** 决策: a resolution or an act, with how much it allows for which use; several projects or repairs may draw on it. */
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
  useCode: DecidedUse;

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
