import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ServiceSignKind } from '../domain/services/service-sign-words.js';
import { RecordColumns } from '../record.columns.js';

/** 服务痕迹: a day on which service was seen to be given, such as an inspection, a fee run or a work order. */
@Entity('service_sign')
export class ServiceSign {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'text' })
  kind: ServiceSignKind;

  @Column({ type: 'date' })
  onDay: string;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column(() => RecordColumns, { prefix: false })
  record: RecordColumns;
}
