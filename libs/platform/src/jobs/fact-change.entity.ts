import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One write of facts, and the compounds whose verdicts it may touch; null means every compound of the city. */
@Entity('fact_change')
export class FactChange {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  /** The city's fact version after this change. */
  @PrimaryColumn({ type: 'bigint' })
  version: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'uuid', array: true, nullable: true })
  compoundIds: string[] | null;
}
