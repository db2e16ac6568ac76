import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 决议: a row only once it was adopted, so that naming one proves that owners decided. */
@Entity('resolution')
export class Resolution {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  assemblyId: string;

  @Column({ type: 'uuid' })
  motionId: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text', array: true })
  matters: string[];

  /** The option that was adopted; null for a plain motion. */
  @Column({ type: 'text', nullable: true })
  choice: string | null;

  @Column({ type: 'date' })
  adoptedOn: string;
}
