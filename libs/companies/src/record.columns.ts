import { Column } from 'typeorm';

/** 登记痕迹: when something became known here, when it was replaced, and from where it came. Embedded without a prefix. */
export class RecordColumns {
  @Column({ type: 'uuid', nullable: true })
  importId: string | null;

  @Column({ type: 'integer', nullable: true })
  importRow: number | null;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  supersededAt: Date | null;

  @Column({ type: 'text' })
  recordedBy: string;
}
