import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DocumentColumns } from '../document.columns.js';
import type { ServiceModeCode } from '../domain/services/service-mode-words.js';
import { RecordColumns } from '../record.columns.js';

/** 物业服务方式: who looks after one or several compounds, on what paper; each correction is a new row of its record. */
@Entity('service_mode')
export class ServiceMode {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** What stays the same through corrections; field checks name it. */
  @Column({ type: 'uuid' })
  recordId: string;

  @Column({ type: 'text' })
  mode: ServiceModeCode;

  @Column({ type: 'uuid', nullable: true })
  companyId: string | null;

  /** Who serves, in the paper's own words; also where it is no company. */
  @Column({ type: 'text', nullable: true })
  providerName: string | null;

  @Column(() => DocumentColumns, { prefix: false })
  document: DocumentColumns;

  @Column(() => RecordColumns, { prefix: false })
  record: RecordColumns;
}
