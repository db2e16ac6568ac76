import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 恢复码: opens once in the place of a code when the phone is lost. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  userId: string;

  /** Keyed hash; the code itself was shown once. */
  @Column({ type: 'text' })
  codeHash: string;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt: Date | null;
}
