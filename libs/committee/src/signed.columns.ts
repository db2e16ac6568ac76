import { Column } from 'typeorm';

/** When something was done and by whom. Embedded without a prefix. */
export class SignedColumns {
  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
