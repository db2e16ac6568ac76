import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 行政记录: what an act fixed, where no other context keeps it. */
@Entity('administrative_record')
export class AdministrativeRecord {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'jsonb' })
  content: Readonly<Record<string, unknown>>;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;
}
