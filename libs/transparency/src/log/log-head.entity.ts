import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Numbers of transactions by kind of record, as text since they pass what JSON's numbers hold. */
export type Settled = Readonly<Record<string, string>>;

/** 签名树头: the root of the log at one size, signed; enough to catch whoever rewrites what lies below it. */
@Entity('log_head')
export class LogHead {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'bigint' })
  size: string;

  @Column({ type: 'bytea' })
  root: Buffer;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'bytea' })
  signature: Buffer;

  @Column({ type: 'text' })
  keyId: string;

  /** By kind: every record of a transaction with a smaller number is in the log, so the next look begins there. */
  @Column({ type: 'jsonb' })
  settledBefore: Settled;
}
