import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A public key that signed heads of the city; kept when another takes its place, so that old heads can be checked. */
@Entity('log_key')
export class LogKey {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  algorithm: string;

  @Column({ type: 'text' })
  publicKey: string;

  @Column({ type: 'timestamptz' })
  firstUsedAt: Date;
}
