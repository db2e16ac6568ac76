import { Column, Entity, PrimaryColumn } from 'typeorm';

export const PERSONAL_FIELDS = ['name', 'id-number', 'phone'] as const;
export type PersonalField = (typeof PERSONAL_FIELDS)[number];

/** 个人信息查阅: who was shown which one field of an owner, when and why. Added to, never changed. */
@Entity('personal_data_reveal')
export class PersonalDataReveal {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'uuid' })
  ownerId: string;

  @Column({ type: 'text' })
  field: PersonalField;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  viewerId: string;

  @Column({ type: 'text' })
  viewerName: string;
}
