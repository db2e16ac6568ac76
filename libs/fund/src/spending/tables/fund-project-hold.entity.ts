import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 拨付: an amount of the fund that is held for a project; written by the database alone. */
@Entity('fund_project_hold')
export class FundProjectHold {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  holdId: string;

  @Column({ type: 'uuid' })
  bookId: string;

  @Column({ type: 'uuid' })
  projectId: string;

  @Column({ type: 'text' })
  source: string;
}
