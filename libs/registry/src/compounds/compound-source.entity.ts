import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 来源: what one row of one list said of a compound, word for word, whether the register took it over or not. */
@Entity('compound_source')
export class CompoundSource {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'uuid' })
  importId: string;

  @Column({ type: 'text' })
  listName: string;

  @Column({ type: 'integer' })
  rowNumber: number;

  /** Tells the row from the others of its list: its own code, else name and address. */
  @Column({ type: 'text' })
  rowKey: string;

  @Column({ type: 'date' })
  asOf: string;

  /** Values as read, by field. */
  @Column({ type: 'jsonb' })
  said: Record<string, string>;

  /** Columns that mean nothing to the register, by heading. */
  @Column({ type: 'jsonb', default: {} })
  extra: Record<string, string>;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  supersededAt: Date | null;
}
