import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 房屋 (专有部分): what stays the same through every change of its address, area and owners. */
@Entity('unit')
export class Unit {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;
}
