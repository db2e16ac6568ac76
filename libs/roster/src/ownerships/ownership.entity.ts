import { Column, Entity } from 'typeorm';
import type { Standing } from '../domain/parties/unit-words.js';
import { TwoClocks } from '../writing/two-clocks.js';
import type { OwnershipCause } from './ownership-causes.js';

/** 产权状况: who holds a unit, as one set of owners, from a day on, and by which paper. */
@Entity('ownership')
export class Ownership extends TwoClocks {
  @Column({ type: 'text' })
  standing: Standing;

  /** What made it so: a list, a sale, an inheritance and the like. */
  @Column({ type: 'text' })
  cause: OwnershipCause;

  @Column({ type: 'text', nullable: true })
  documentNumber: string | null;

  @Column({ type: 'text', nullable: true })
  issuingBody: string | null;

  @Column({ type: 'date', nullable: true })
  issuedOn: string | null;

  @Column({ type: 'uuid', nullable: true })
  fileId: string | null;
}
