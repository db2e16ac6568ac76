import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ResultRecord } from '../result-record.js';

/** 表决结果: what both tallies agreed on, with everything that it rests on. */
@Entity('assembly_result')
export class AssemblyResult {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  assemblyId: string;

  @Column({ type: 'jsonb' })
  record: ResultRecord;

  /** SHA-256 of the record, as canonical JSON. */
  @Column({ type: 'text' })
  recordHash: string;

  /** Root of the board on which every ballot is sealed. */
  @Column({ type: 'text' })
  boardRoot: string;

  @Column({ type: 'timestamptz' })
  certifiedAt: Date;

  @Column({ type: 'text', array: true })
  signers: string[];
}
