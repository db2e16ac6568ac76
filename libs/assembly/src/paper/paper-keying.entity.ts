import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeyedSlip } from '../domain/assembly/keying.js';

/** 录入: what one person read on the slips of a batch; a correction is a new row. */
@Entity('paper_keying')
export class PaperKeying {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  batchId: string;

  @PrimaryColumn({ type: 'smallint' })
  sequence: number;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'jsonb' })
  entries: KeyedSlip[];
}
