import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A complete node above the leaves: it closes up the leaves from `position · 2^level` on, and never changes. */
@Entity('log_node')
export class LogNode {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'smallint' })
  level: number;

  @PrimaryColumn({ type: 'bigint' })
  position: string;

  @Column({ type: 'bytea' })
  hash: Buffer;
}
