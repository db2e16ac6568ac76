import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 绑定码: printed for one owner of one unit, used once; the next that is printed takes its place. */
@Entity('binding_code')
export class BindingCode {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'uuid' })
  unitId: string;

  @Column({ type: 'uuid' })
  ownerId: string;

  /** Keyed; the code itself stands on the paper alone. */
  @Column({ type: 'text' })
  codeHash: string;

  @Column({ type: 'timestamptz' })
  printedAt: Date;

  @Column({ type: 'text' })
  printedBy: string;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  replacedAt: Date | null;
}
