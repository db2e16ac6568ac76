import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 暂停销毁: a lawsuit, an audit or an inquiry for which the papers of a vote are kept beyond their days. */
@Entity('legal_hold')
export class LegalHold {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  assemblyId: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
