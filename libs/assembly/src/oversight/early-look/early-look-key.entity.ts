import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of the consents without which nobody sees a result before the close. */
@Entity('early_look_key')
export class EarlyLookKey {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  assemblyId: string;

  @PrimaryColumn({ type: 'uuid' })
  userId: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byName: string;
}
