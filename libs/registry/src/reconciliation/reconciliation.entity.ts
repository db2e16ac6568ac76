import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 名单比对: two lists laid side by side once. */
@Entity('reconciliation')
export class Reconciliation {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  leftList: string;

  @Column({ type: 'text' })
  rightList: string;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'text' })
  recordedBy: string;
}
