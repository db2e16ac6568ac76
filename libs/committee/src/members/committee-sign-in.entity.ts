import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which grant lets which member of a body sign in. */
@Entity('committee_sign_in')
export class CommitteeSignIn {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  grantId: string;

  @Column({ type: 'uuid' })
  committeeId: string;

  @Column({ type: 'uuid' })
  personId: string;

  @Column({ type: 'uuid' })
  userId: string;

  @Column({ type: 'timestamptz' })
  givenAt: Date;

  @Column({ type: 'text' })
  givenBy: string;
}
