import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 一批回收的纸票: keyed twice by two people from the same images. */
@Entity('paper_batch')
export class PaperBatch {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  assemblyId: string;

  @Column({ type: 'uuid' })
  fileId: string;

  @Column({ type: 'timestamptz' })
  openedAt: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
