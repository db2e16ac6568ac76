import { Column } from 'typeorm';

/** 依据文书: the paper behind a fact, and the days for which it speaks. Embedded without a prefix. */
export class DocumentColumns {
  @Column({ type: 'text' })
  documentNumber: string;

  @Column({ type: 'text' })
  issuingBody: string;

  @Column({ type: 'date', nullable: true })
  issuedOn: string | null;

  @Column({ type: 'date' })
  effectiveFrom: string;

  /** The last day, or null while no end is set. */
  @Column({ type: 'date', nullable: true })
  effectiveTo: string | null;

  @Column({ type: 'date', nullable: true })
  filedOn: string | null;
}
