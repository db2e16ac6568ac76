import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The end of a hold, with its reason. */
@Entity('legal_hold_release')
export class LegalHoldRelease {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  holdId: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
