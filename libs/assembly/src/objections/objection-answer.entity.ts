import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 答复: whether an objection is right, and what follows from it. */
@Entity('objection_answer')
export class ObjectionAnswer {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  objectionId: string;

  @Column({ type: 'text' })
  outcome: 'upheld' | 'dismissed';

  @Column({ type: 'text' })
  content: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
