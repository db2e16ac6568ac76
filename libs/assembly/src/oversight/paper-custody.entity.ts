import { Column, Entity, PrimaryColumn } from 'typeorm';

export const CONTAINER_KINDS = ['box', 'envelope', 'batch'] as const;
export const CUSTODY_DEEDS = ['sealed', 'handed-over', 'opened', 'stored'] as const;

/** 保管链: what happened to a box, an envelope or a bundle of slips, and who holds it since. */
@Entity('paper_custody')
export class PaperCustody {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  assemblyId: string;

  /** As it is marked: 一号票箱. */
  @Column({ type: 'text' })
  container: string;

  @Column({ type: 'text' })
  kind: (typeof CONTAINER_KINDS)[number];

  @Column({ type: 'text' })
  deed: (typeof CUSTODY_DEEDS)[number];

  @Column({ type: 'text' })
  holder: string;

  @Column({ type: 'text' })
  place: string;

  /** The number of the seal (封条). */
  @Column({ type: 'text', nullable: true })
  seal: string | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
