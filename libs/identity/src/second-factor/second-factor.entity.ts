import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 第二步验证: a key that this installation shares with an app on the person's phone (TOTP, RFC 6238). */
@Entity('second_factor')
export class SecondFactor {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  userId: string;

  /** Sealed with a key of the installation; never leaves this table otherwise. Null once it was given up. */
  @Column({ type: 'text', nullable: true })
  sealedKey: string | null;

  /** The 30-second step of the newest code that was taken: no code of it or before it is taken again. */
  @Column({ type: 'integer', nullable: true })
  lastStep: number | null;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  /** Null until a first code has shown that the phone has the key; before that nobody is asked for codes. */
  @Column({ type: 'timestamptz', nullable: true })
  confirmedAt: Date | null;
}
