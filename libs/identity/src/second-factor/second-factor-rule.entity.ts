import type { Role } from '#libs/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 本市要求: from which day holders of which roles need a second factor; no row, or no roles, ask it of nobody. */
@Entity('second_factor_rule')
export class SecondFactorRule {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @Column({ type: 'text', array: true })
  roles: Role[];

  @Column({ type: 'date' })
  fromDay: string;

  @Column({ type: 'timestamptz' })
  recordedAt: Date;

  @Column({ type: 'text' })
  recordedBy: string;
}
