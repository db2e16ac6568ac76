import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ImportStatus = 'running' | 'done' | 'refused' | 'undone';

/** 导入记录: one list that somebody sent, what became of its rows, and whether it was taken back. */
@Entity('import')
export class ImportRun {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  kind: string;

  /** Which list this is, whatever the file was called on its way; rows of one list update each other. */
  @Column({ type: 'text' })
  listName: string;

  @Column({ type: 'text' })
  fileName: string;

  @Column({ type: 'text' })
  fileSha256: string;

  /** The uploaded bytes in the file store, where they were kept. */
  @Column({ type: 'uuid', nullable: true })
  fileId: string | null;

  /** The day for which the list speaks. */
  @Column({ type: 'date' })
  asOf: string;

  @Column({ type: 'boolean' })
  dryRun: boolean;

  @Column({ type: 'text', nullable: true })
  templateVersion: string | null;

  @Column({ type: 'text' })
  status: ImportStatus;

  @Column({ type: 'integer', default: 0 })
  rows: number;

  @Column({ type: 'integer', default: 0 })
  accepted: number;

  /** Accepted rows that said nothing new. */
  @Column({ type: 'integer', default: 0 })
  unchanged: number;

  @Column({ type: 'integer', default: 0 })
  rejected: number;

  @Column({ type: 'integer', default: 0 })
  warnings: number;

  @Column({ type: 'integer', default: 0 })
  duplicates: number;

  @Column({ type: 'text', array: true, default: '{}' })
  extraColumns: string[];

  @Column({ type: 'jsonb', nullable: true })
  claims: Readonly<Record<string, number>> | null;

  /** Why the file was refused as a whole: `{ code, params }`. */
  @Column({ type: 'jsonb', nullable: true })
  refusal: unknown;

  @Column({ type: 'timestamptz' })
  startedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt: Date | null;

  @Column({ type: 'text' })
  startedBy: string;

  /** Id of the actor, by which people who see only their own imports find them. */
  @Column({ type: 'text' })
  startedById: string;

  @Column({ type: 'timestamptz', nullable: true })
  undoneAt: Date | null;

  @Column({ type: 'text', nullable: true })
  undoneBy: string | null;
}
