import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 业主 of one compound: the same person or organisation through every change of what is known of them. */
@Entity('owner')
export class Owner {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;
}
