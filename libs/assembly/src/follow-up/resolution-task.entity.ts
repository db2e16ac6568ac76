import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 决议落实: what is to be done about a resolution, by whom and by when. */
@Entity('resolution_task')
export class ResolutionTask {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  resolutionId: string;

  @Column({ type: 'text' })
  what: string;

  @Column({ type: 'text' })
  who: string;

  @Column({ type: 'date' })
  dueOn: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
