import { Column, Entity } from 'typeorm';
import type { AreaSource, UnitUse } from '../domain/parties/unit-words.js';
import { TwoClocks } from '../writing/two-clocks.js';

/** 房屋登记: where a unit lies, what it is used as and how large it is, with the source of its area. */
@Entity('unit_version')
export class UnitVersion extends TwoClocks {
  @Column({ type: 'text', nullable: true })
  building: string | null;

  @Column({ type: 'text', nullable: true })
  stairway: string | null;

  @Column({ type: 'text' })
  room: string;

  /** Building, stairway and room in one, by which lists find the unit. */
  @Column({ type: 'text' })
  addressKey: string;

  @Column({ type: 'integer', nullable: true })
  floor: number | null;

  @Column({ type: 'text' })
  use: UnitUse;

  /** Integer of 0.01 m², as text. */
  @Column({ type: 'bigint', nullable: true })
  floorArea: string | null;

  @Column({ type: 'text', nullable: true })
  areaSource: AreaSource | null;

  /** The deed, survey or contract that tells the area. */
  @Column({ type: 'text', nullable: true })
  areaDocument: string | null;

  /** 共有部分份额, where the register of the compound tells one. */
  @Column({ type: 'bigint', nullable: true })
  commonNumerator: string | null;

  @Column({ type: 'bigint', nullable: true })
  commonDenominator: string | null;
}
