import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IssueSeverity } from './rows/issue-report.js';

/** 导入问题: one thing told about one row of a list. */
@Entity('import_issue')
export class ImportIssue {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  importId: string;

  /** Counts from one, in the order in which the rows stand. */
  @PrimaryColumn({ type: 'integer' })
  seq: number;

  @Column({ type: 'text' })
  severity: IssueSeverity;

  @Column({ type: 'integer' })
  rowNumber: number;

  @Column({ type: 'text', nullable: true })
  columnName: string | null;

  @Column({ type: 'text', nullable: true })
  value: string | null;

  @Column({ type: 'text' })
  code: string;

  @Column({ type: 'text' })
  message: string;

  @Column({ type: 'text' })
  fix: string;
}
