import { Column, Entity, PrimaryColumn } from 'typeorm';

export const BINDING_WAYS = ['register', 'code', 'desk'] as const;
/** By the phone in the register, by a code on paper, or at the desk. */
export type BindingWay = (typeof BINDING_WAYS)[number];

/** 绑定: a signed-in person who acts for an owner of the register, shown by one unit. Ended, never erased. */
@Entity('unit_binding')
export class UnitBinding {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'uuid' })
  unitId: string;

  /** The owner, or the guardian of one, as the register has them. */
  @Column({ type: 'uuid' })
  ownerId: string;

  @Column({ type: 'uuid' })
  userId: string;

  @Column({ type: 'text' })
  way: BindingWay;

  /** The phone by which the register told who it was: another phone there, and the binding no longer holds. */
  @Column({ type: 'text', nullable: true })
  phoneHash: string | null;

  /** At the desk: what was shown, and why it was bound there. */
  @Column({ type: 'text', nullable: true })
  seenDocument: string | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'timestamptz' })
  boundAt: Date;

  @Column({ type: 'text' })
  boundBy: string;

  @Column({ type: 'text' })
  boundByName: string;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  endedByName: string | null;

  @Column({ type: 'text', nullable: true })
  endReason: string | null;
}
