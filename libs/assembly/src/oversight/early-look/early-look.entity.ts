import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Heads of one motion by choice. */
export interface EarlyCount {
  readonly id: string;
  readonly title: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** 提前查看: what stood in the box when the last key was given; once in a vote, so that no two looks can be compared. */
@Entity('early_look')
export class EarlyLook {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  assemblyId: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'integer' })
  ballots: number;

  @Column({ type: 'jsonb' })
  counts: readonly EarlyCount[];
}
