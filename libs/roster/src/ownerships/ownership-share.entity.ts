import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 份额: one owner among those who hold a unit together. Written with its ownership, never changed. */
@Entity('ownership_share')
export class OwnershipShare {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  ownershipId: string;

  @PrimaryColumn({ type: 'smallint' })
  position: number;

  @Column({ type: 'uuid' })
  ownerId: string;

  /** Null where no share is told. */
  @Column({ type: 'bigint', nullable: true })
  numerator: string | null;

  @Column({ type: 'bigint', nullable: true })
  denominator: string | null;

  /** 共有人代表: casts the one vote of the co-owners. */
  @Column({ type: 'boolean' })
  isRepresentative: boolean;

  /** 监护人 of a minor, or of an owner without capacity. */
  @Column({ type: 'uuid', nullable: true })
  guardianId: string | null;
}
