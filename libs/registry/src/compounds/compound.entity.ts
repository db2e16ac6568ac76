import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 小区: one residential compound. What is known of it stands in its versions; this row is only its identity. */
@Entity('compound')
export class Compound {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** The city's own number of the compound, or null when it has none. */
  @Column({ type: 'text', nullable: true })
  ownCode: string | null;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  /** The import that made it, or null when a person registered it. */
  @Column({ type: 'uuid', nullable: true })
  importId: string | null;
}
