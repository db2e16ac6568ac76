import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the audit service has come with a city. */
@Entity('audited_state')
export class AuditedState {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @Column({ type: 'bigint' })
  factVersion: string;

  @Column({ type: 'date' })
  day: string;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;
}
