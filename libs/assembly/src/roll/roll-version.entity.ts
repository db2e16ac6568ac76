import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 业主名册的一个版本: frozen and published; a correction is a new version. */
@Entity('roll_version')
export class RollVersion {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  assemblyId: string;

  @PrimaryColumn({ type: 'smallint' })
  version: number;

  @Column({ type: 'timestamptz' })
  frozenAt: Date;

  @Column({ type: 'date' })
  frozenOn: string;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'integer' })
  parties: number;

  @Column({ type: 'integer' })
  heads: number;

  /** Integer of 0.01 m². */
  @Column({ type: 'bigint' })
  weight: string;

  /** SHA-256 over its entries. */
  @Column({ type: 'text' })
  rollHash: string;
}
