import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 办结: that it was done, and what shows it. */
@Entity('resolution_task_completion')
export class ResolutionTaskCompletion {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  taskId: string;

  @Column({ type: 'text' })
  note: string;

  @Column({ type: 'uuid', nullable: true })
  fileId: string | null;

  @Column({ type: 'date' })
  doneOn: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
