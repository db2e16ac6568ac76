import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 叶: one record of the city as the log knows it, by its salted hash alone. */
@Entity('log_leaf')
export class LogLeaf {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'bigint' })
  leafIndex: string;

  @Column({ type: 'bytea' })
  leafHash: Buffer;

  @Column({ type: 'text' })
  sourceKind: string;

  @Column({ type: 'uuid' })
  sourceId: string;

  @Column({ type: 'timestamptz' })
  sealedAt: Date;
}
