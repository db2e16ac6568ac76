import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody did with the data of another person's account, or with what a register holds of the same person. */
export type AccessKind = 'listed' | 'changed' | 'revealed' | 'bound' | 'desk-code';

/** 个人信息查阅: who looked at whose account; the first look of a day stands for the day. Added to, never changed. */
@Entity('data_access')
export class DataAccess {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** Whose account it is. */
  @Column({ type: 'uuid' })
  userId: string;

  @Column({ type: 'text' })
  viewerId: string;

  @Column({ type: 'text' })
  viewerName: string;

  @Column({ type: 'text' })
  what: AccessKind;

  @Column({ type: 'date' })
  day: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
