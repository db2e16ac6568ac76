import { Column } from 'typeorm';

/** Who did it, and when it was recorded. */
export class ByColumns {
  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
