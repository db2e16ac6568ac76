import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 移交: from a committee whose term ended to the one that follows. */
@Entity('handover')
export class Handover {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'text' })
  fromName: string;

  @Column({ type: 'text' })
  toName: string;

  @Column({ type: 'date' })
  endedOn: string;

  @Column({ type: 'date' })
  dueOn: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
