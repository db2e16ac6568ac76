import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../by.columns.js';
import type { DutyKind } from '../domain/disclosure/periods.js';

/** 公开: a statement word for word as it was published. Only added to. */
@Entity('disclosure_publication')
export class DisclosurePublication {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  bookId: string;

  @Column({ type: 'text' })
  duty: DutyKind;

  /** As `2026-Q3`. */
  @Column({ type: 'text' })
  period: string;

  @Column({ type: 'date' })
  fromDay: string;

  @Column({ type: 'date' })
  toDay: string;

  /** From when on it is on the public page. */
  @Column({ type: 'date' })
  onDay: string;

  /** 凭证号: the last entry of the book that it knows of. */
  @Column({ type: 'bigint' })
  lastEntry: string;

  /** Canonical JSON. */
  @Column({ type: 'text' })
  statement: string;

  /** SHA-256 of the statement, in hexadecimal. */
  @Column({ type: 'text' })
  digest: string;

  /** 公开单位. */
  @Column({ type: 'text' })
  publisher: string;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
