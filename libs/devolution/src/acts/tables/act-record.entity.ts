import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 办件形成的记录: which record of which context the act made. */
@Entity('act_record')
export class ActRecord {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  actId: string;

  @Column({ type: 'text' })
  recordKind: string;

  @Column({ type: 'uuid' })
  recordId: string;
}
