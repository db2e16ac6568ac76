import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Category } from './domain/categories.js';

/** 销毁清单: what went, how much of it, and under which rule; it says nothing of what it was. */
@Entity('erasure')
export class Erasure {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'date' })
  onDay: string;

  @Column({ type: 'text' })
  category: Category;

  @Column({ type: 'uuid', nullable: true })
  assemblyId: string | null;

  @Column({ type: 'bigint' })
  records: string;

  @Column({ type: 'integer' })
  files: number;

  /** Everything from before this day. */
  @Column({ type: 'date' })
  beforeDay: string;

  @Column({ type: 'text' })
  ruleKey: string;

  @Column({ type: 'integer' })
  ruleValue: number;

  @Column({ type: 'text' })
  ruleUnit: string;

  @Column({ type: 'text' })
  ruleSource: string;

  @Column({ type: 'text' })
  ruleArticle: string;

  @Column({ type: 'text' })
  byName: string;
}
