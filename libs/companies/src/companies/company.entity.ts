import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordColumns } from '../record.columns.js';

/** 物业服务企业: a company that serves compounds; its former entries are in `company_history`. */
@Entity('company')
export class Company {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  /** 统一社会信用代码, as written; one whose check digit fails is kept with a warning. */
  @Column({ type: 'text', nullable: true })
  creditCode: string | null;

  @Column({ type: 'text', nullable: true })
  address: string | null;

  @Column({ type: 'text', nullable: true })
  contact: string | null;

  @Column({ type: 'date', nullable: true })
  registeredOn: string | null;

  @Column({ type: 'text', nullable: true })
  documentNumber: string | null;

  @Column({ type: 'text', nullable: true })
  issuingBody: string | null;

  @Column(() => RecordColumns, { prefix: false })
  record: RecordColumns;
}
