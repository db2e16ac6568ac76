import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A batch on whose slips both agreed, and that became ballots. */
@Entity('paper_batch_casting')
export class PaperBatchCasting {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  batchId: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  /** The two who keyed it. */
  @Column({ type: 'text', array: true })
  keyedBy: string[];
}
