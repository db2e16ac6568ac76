import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a company's entry said before it was changed, and by which list; rows are only ever added. */
@Entity('company_history')
export class CompanyHistory {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  companyId: string;

  @Column({ type: 'text' })
  name: string;

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

  /** The instant until which the entry said this. */
  @Column({ type: 'timestamptz' })
  replacedAt: Date;

  /** The import that changed it. */
  @Column({ type: 'uuid', nullable: true })
  replacedByImport: string | null;
}
