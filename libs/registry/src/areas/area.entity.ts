import { Column, Entity, PrimaryColumn } from 'typeorm';

export const AREA_LEVELS = ['city', 'county', 'township', 'village', 'grid'] as const;

/** 城市、区县、街道乡镇、社区村、网格, from the widest to the narrowest. */
export type AreaLevel = (typeof AREA_LEVELS)[number];

/** 区划: one node of the area tree; codes may change, the id never does. */
@Entity('area')
export class Area {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** Canonical area code (no padding zeros). */
  @Column({ type: 'text' })
  code: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  level: AreaLevel;

  @Column({ type: 'uuid', nullable: true })
  parentId: string | null;

  /** Codes from the city down to this node, each followed by `/`; a subtree is a prefix. */
  @Column({ type: 'text', collation: 'C' })
  path: string;

  /** First day of the area, or null when it was there before the register. */
  @Column({ type: 'date', nullable: true })
  openedOn: string | null;

  /** First day on which the area is no more. */
  @Column({ type: 'date', nullable: true })
  closedOn: string | null;
}
