import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 纸质表决票: issued to one party; while it is out, that party cannot vote otherwise. */
@Entity('paper_slip')
export class PaperSlip {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  assemblyId: string;

  @Column({ type: 'uuid' })
  partyId: string;

  @Column({ type: 'text' })
  number: string;

  /** The how manieth slip of the party. */
  @Column({ type: 'smallint' })
  sequence: number;

  @Column({ type: 'timestamptz' })
  issuedAt: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
