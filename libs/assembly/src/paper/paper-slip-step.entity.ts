import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 回收或作废: a slip comes back to one person, and is voided by two. */
@Entity('paper_slip_step')
export class PaperSlipStep {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  slipId: string;

  @PrimaryColumn({ type: 'text' })
  step: 'return' | 'void';

  @PrimaryColumn({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text', nullable: true })
  reason: string | null;
}
