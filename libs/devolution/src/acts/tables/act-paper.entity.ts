import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 申请材料: a paper that was handed in, with its scan where there is one. */
@Entity('act_paper')
export class ActPaper {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  actId: string;

  @PrimaryColumn({ type: 'text' })
  paper: string;

  @Column({ type: 'uuid', nullable: true })
  fileId: string | null;

  @Column({ type: 'timestamptz' })
  receivedAt: Date;
}
