import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 利害关系申报: a person of an office who has to keep away from cases about a compound. */
@Entity('interest_declaration')
export class InterestDeclaration {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  userId: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  declaredAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null;
}
