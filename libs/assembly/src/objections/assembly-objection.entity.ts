import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 异议: to the roll before the vote, or to its result after it. */
@Entity('assembly_objection')
export class AssemblyObjection {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  assemblyId: string;

  @Column({ type: 'text' })
  kind: 'roll' | 'result';

  @Column({ type: 'text' })
  objector: string;

  @Column({ type: 'text' })
  content: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'date' })
  onDay: string;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
